import { Component, computed, inject, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  mdiAccountCogOutline,
  mdiAccountPlusOutline,
  mdiLogoutVariant,
  mdiShieldCrownOutline,
  mdiTicketOutline,
} from '@mdi/js';
import { Problem, readProblem } from '@modex/web-api-client';
import { Icon, WriteButton, WriteGate } from '@modex/web-ui';
import { SignIn } from '../dialog/sign-in';
import { SessionStore } from '../session/session-store';
import { SignOut } from '../session/sign-out';

/**
 * What the account menu offers to the user who is signed in. Emits `chosen` before it does what was chosen, so that the menu
 * closes and the focus is on its button when a dialog opens; `failed` with why signing out failed, or undefined when it begins.
 */
@Component({
  selector: 'mx-account-links',
  imports: [Icon, RouterLink, WriteButton],
  providers: [WriteGate],
  templateUrl: './account-links.html',
  styleUrl: './account-links.scss',
})
export class AccountLinks {
  private readonly router = inject(Router);
  private readonly signIn = inject(SignIn);
  private readonly signingOut = inject(SignOut);

  readonly chosen = output();
  readonly failed = output<Problem | undefined>();

  protected readonly session = inject(SessionStore);
  protected readonly icons = {
    bookings: mdiTicketOutline,
    account: mdiAccountPlusOutline,
    own: mdiAccountCogOutline,
    admin: mdiShieldCrownOutline,
    leave: mdiLogoutVariant,
  };
  protected readonly isGuest = computed(() => this.session.user()?.kind === 'GUEST');

  protected createAccount(): void {
    this.chosen.emit();
    void this.signIn.createAccount();
  }

  protected async signOut(): Promise<void> {
    this.chosen.emit();
    this.failed.emit(undefined);
    try {
      if (await this.signingOut.leave()) await this.router.navigateByUrl('/');
    } catch (error) {
      this.failed.emit(readProblem(error));
    }
  }
}
