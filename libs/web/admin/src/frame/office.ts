import { Component, computed, inject, linkedSignal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink, RouterOutlet } from '@angular/router';
import { mdiShieldLockOutline } from '@mdi/js';
import { SessionStore, SignInPanel } from '@modex/web-account';
import { BlankState, Heading, HeadingFocus, Skeleton } from '@modex/web-ui';
import { OfficeNav } from './office-nav';

/** The door of the office: admins go in, customers read why not, everyone else can sign in where they stand. */
@Component({
  imports: [BlankState, Heading, MatButtonModule, OfficeNav, RouterLink, RouterOutlet, SignInPanel, Skeleton],
  templateUrl: './office.html',
  styleUrl: './office.scss',
})
export class Office {
  protected readonly session = inject(SessionStore);
  protected readonly focus = inject(HeadingFocus);
  protected readonly icon = mdiShieldLockOutline;
  /** A customer who wants to come in with another account; over as soon as somebody else is signed in. */
  protected readonly switching = linkedSignal({ source: this.session.user, computation: () => false });
  protected readonly door = computed(() => {
    if (!this.session.ready()) return 'waiting';
    const role = this.session.user()?.role;
    if (role === 'ADMIN') return 'open';
    return role === undefined || this.switching() ? 'sign-in' : 'closed';
  });

  constructor() {
    void this.session.look();
  }
}
