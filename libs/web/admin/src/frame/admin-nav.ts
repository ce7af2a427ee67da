import { Component, computed, input, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { hasPermission, Permission, Role } from '@modex/domain';

/** A part of the admin area, and what whoever opens it must be allowed to do. */
interface AdminPart {
  readonly path: string;
  readonly word: string;
  readonly needs: Permission;
}

const SHOWS: AdminPart = { path: '/admin', word: $localize`Shows`, needs: 'show.read.any' };
const PARTS: readonly AdminPart[] = [
  SHOWS,
  { path: '/admin/plans', word: $localize`Seating plans`, needs: 'plan.manage.any' },
  { path: '/admin/bookings', word: $localize`Bookings`, needs: 'booking.read.any' },
  { path: '/admin/mails', word: $localize`Mail`, needs: 'mail.read.any' },
  { path: '/admin/audit', word: $localize`Audit`, needs: 'audit.read.any' },
  { path: '/admin/people', word: $localize`People`, needs: 'people.manage.any' },
  { path: '/admin/organiser', word: $localize`Organiser`, needs: 'organiser.manage.any' },
];

/** The ways through the admin area. */
@Component({
  selector: 'mx-admin-nav',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Admin" i18n-aria-label>
      @for (part of parts(); track part.path) {
        <a
          ariaCurrentWhenActive="page"
          routerLinkActive
          [routerLink]="part.path"
          [routerLinkActiveOptions]="{ exact: part === first }"
          [class.here]="here() === part"
          (isActiveChange)="mark(part, $event)"
          >{{ part.word }}</a
        >
      }
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
  /** Of whoever is signed in: it decides which parts there are. */
  readonly role = input.required<Role>();

  protected readonly parts = computed(() => PARTS.filter(({ needs }) => hasPermission(this.role(), needs)));
  protected readonly first = SHOWS;
  private readonly active = signal<AdminPart>(SHOWS);
  /** Everything else in the admin area is about shows. */
  protected readonly here = this.active.asReadonly();

  protected mark(part: AdminPart, isActive: boolean): void {
    if (part === SHOWS) return;
    if (isActive) this.active.set(part);
    else if (this.active() === part) this.active.set(SHOWS);
  }
}
