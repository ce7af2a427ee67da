import { Component, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

/** The ways through the admin area. */
@Component({
  selector: 'mx-admin-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Admin" i18n-aria-label>
      <a
        i18n
        routerLink="/admin"
        routerLinkActive
        ariaCurrentWhenActive="page"
        [routerLinkActiveOptions]="exact"
        [class.here]="!planning() && !finding() && !mailing() && !auditing() && !withPeople() && !organising()"
        >Shows</a
      >
      <a
        i18n
        routerLink="/admin/plans"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        (isActiveChange)="planning.set($event)"
        >Seating plans</a
      >
      <a
        i18n
        routerLink="/admin/bookings"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        (isActiveChange)="finding.set($event)"
        >Bookings</a
      >
      <a
        i18n
        routerLink="/admin/mails"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        (isActiveChange)="mailing.set($event)"
        >Mail</a
      >
      <a
        i18n
        routerLink="/admin/audit"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        (isActiveChange)="auditing.set($event)"
        >Audit</a
      >
      <a
        i18n
        routerLink="/admin/people"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        (isActiveChange)="withPeople.set($event)"
        >People</a
      >
      <a
        i18n
        routerLink="/admin/organiser"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        (isActiveChange)="organising.set($event)"
        >Organiser</a
      >
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--mx-gap-5);
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

    @media (forced-colors: active) {
      a:not(.here) {
        border-color: Canvas;
      }
    }
  `,
})
export class AdminNav {
  protected readonly exact = { exact: true };
  /** Everything else in the admin area is about shows. */
  protected readonly planning = signal(false);
  protected readonly finding = signal(false);
  protected readonly mailing = signal(false);
  protected readonly auditing = signal(false);
  protected readonly withPeople = signal(false);
  protected readonly organising = signal(false);
}
