import { Component, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

/** The ways through the office. */
@Component({
  selector: 'mx-office-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Admin">
      <a
        routerLink="/admin"
        routerLinkActive
        ariaCurrentWhenActive="page"
        [routerLinkActiveOptions]="exact"
        [class.here]="!auditing()"
        >Shows</a
      >
      <a
        routerLink="/admin/audit"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        (isActiveChange)="auditing.set($event)"
        >Audit</a
      >
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: var(--mx-gap-5);
      max-width: var(--mx-page);
      margin: 0 auto;
      padding: var(--mx-gap-3) var(--mx-gutter) 0;
    }

    a {
      display: inline-flex;
      align-items: center;
      min-height: 44px;
      border-bottom: 3px solid transparent;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mx-text-label);
      text-decoration: none;

      &:hover {
        border-color: var(--mat-sys-outline-variant);
      }
    }

    .here {
      border-color: var(--mat-sys-primary);
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class OfficeNav {
  protected readonly exact = { exact: true };
  /** Everything in the office but the audit is about shows. */
  protected readonly auditing = signal(false);
}
