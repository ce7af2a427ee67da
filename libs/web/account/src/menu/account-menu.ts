import { Component, computed, inject, signal } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import {
  mdiAccountCircle,
  mdiAccountPlusOutline,
  mdiLogoutVariant,
  mdiShieldCrownOutline,
  mdiTicketOutline,
} from '@mdi/js';
import { Problem, readProblem } from '@modex/web-api-client';
import { Icon, Notice } from '@modex/web-ui';
import { SessionStore } from '../session/session-store';

/** Who am I: a menu with the ways of whoever is signed in, or the way in for everyone else. */
@Component({
  selector: 'mx-account-menu',
  imports: [Icon, MatMenuModule, Notice, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
})
export class AccountMenu {
  private readonly router = inject(Router);

  protected readonly session = inject(SessionStore);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly icons = {
    person: mdiAccountCircle,
    bookings: mdiTicketOutline,
    account: mdiAccountPlusOutline,
    admin: mdiShieldCrownOutline,
    leave: mdiLogoutVariant,
  };
  protected readonly isAdmin = computed(() => this.session.user()?.role === 'ADMIN');
  protected readonly isGuest = computed(() => this.session.user()?.kind === 'GUEST');

  protected async signOut(): Promise<void> {
    this.problem.set(undefined);
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/');
    } catch (error) {
      this.problem.set(readProblem(error));
    }
  }
}
