import { Component, computed, inject, signal } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import {
  mdiAccountCircle,
  mdiAccountCogOutline,
  mdiAccountPlusOutline,
  mdiLogoutVariant,
  mdiShieldCrownOutline,
  mdiTicketOutline,
} from '@mdi/js';
import { Problem, readProblem } from '@modex/web-api-client';
import { Icon, Notice, WriteButton, WriteGate } from '@modex/web-ui';
import { SignIn } from '../dialog/sign-in';
import { SessionStore } from '../session/session-store';
import { SignOut } from '../session/sign-out';

/** The account menu: the links of the user who is signed in, or the link to sign in. */
@Component({
  selector: 'mx-account-menu',
  imports: [Icon, MatMenuModule, Notice, RouterLink, WriteButton],
  providers: [WriteGate],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
})
export class AccountMenu {
  private readonly router = inject(Router);

  private readonly signingOut = inject(SignOut);

  protected readonly session = inject(SessionStore);
  protected readonly signIn = inject(SignIn);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly icons = {
    person: mdiAccountCircle,
    bookings: mdiTicketOutline,
    account: mdiAccountPlusOutline,
    own: mdiAccountCogOutline,
    admin: mdiShieldCrownOutline,
    leave: mdiLogoutVariant,
  };
  protected readonly isAdmin = this.session.isStaff;
  protected readonly isGuest = computed(() => this.session.user()?.kind === 'GUEST');

  protected accountOf(name: string): string {
    return $localize`Account of ${name}:name:`;
  }

  protected async signOut(): Promise<void> {
    this.problem.set(undefined);
    try {
      if (await this.signingOut.leave()) await this.router.navigateByUrl('/');
    } catch (error) {
      this.problem.set(readProblem(error));
    }
  }
}
