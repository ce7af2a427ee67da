import { inject, Injectable } from '@angular/core';
import { Confirmations } from '@modex/web-ui';
import { SessionStore } from './session-store';

/** Signs out. A guest is warned first: without a password there is no way back in. */
@Injectable({ providedIn: 'root' })
export class SignOut {
  private readonly session = inject(SessionStore);
  private readonly confirmations = inject(Confirmations);

  /** False when the user decided to stay. @throws what the call threw; the user is then still signed in */
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
