import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The foot of every page: the promise of the house and the ways out. */
@Component({
  selector: 'app-site-footer',
  imports: [RouterLink],
  template: `
    <footer>
      <p>A seat is never sold twice. When two people reach for the same one, exactly one of them gets it.</p>
      <nav aria-label="More">
        <a routerLink="/">Shows</a>
        <a routerLink="/bookings">My bookings</a>
        <a href="/api/docs">For developers</a>
      </nav>
    </footer>
  `,
  styles: `
    footer {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: var(--mx-gap-4) var(--mx-gap-6);
      max-width: var(--mx-page);
      margin: var(--mx-gap-7) auto 0;
      padding: var(--mx-gap-5) var(--mx-gutter) var(--mx-gap-6);
      border-top: 1px solid var(--mat-sys-outline-variant);
      font: var(--mx-text-small);
      color: var(--mat-sys-on-surface-variant);
    }

    p {
      max-width: 32rem;
    }

    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--mx-gap-5);
    }

    a {
      display: inline-flex;
      align-items: center;
      min-height: 44px;
      color: inherit;
    }
  `,
})
export class SiteFooter {}
