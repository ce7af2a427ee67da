import { inject, Injectable } from '@angular/core';
import { Confirmations } from '@modex/web-ui';
import { SessionStore } from './session-store';

/** Signs out, after a guest was told what that means: there is no password with which to come back. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  private readonly session = inject(SessionStore);
  private readonly confirmations = inject(Confirmations);

  /** False when the visitor stays. @throws what the call threw; the visitor is then still signed in */
  async leave(): Promise<boolean> {
    if (this.session.user()?.kind === 'GUEST' && !(await this.isUnderstood())) return false;
    await this.session.signOut();
    return true;
  }

  private isUnderstood(): Promise<boolean> {
    return this.confirmations.ask({
      headline: $localize`Sign out as a guest?`,
      consequences: [
        $localize`A guest has no password, so this browser cannot sign you in again.`,
        $localize`Each booking opens with its code and your e-mail, under “Find a booking”. Keep the codes: they stand on your tickets.`,
      ],
      confirm: $localize`Sign out`,
      keep: $localize`Stay signed in`,
    });
  }
}
