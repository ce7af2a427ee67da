import { DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Dialogs } from '@modex/web-ui';
import { SignInReason, SignInRequest } from '../form/sign-in-reason';
import { SessionStore } from '../session/session-store';
import { User } from '../session/user';

/** Opens the sign-in dialog when a page needs somebody signed in, and offers it when a session has ended. */
@Injectable({ providedIn: 'root' })
export class SignIn {
  private readonly session = inject(SessionStore);
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);
  private asking: Promise<User | undefined> | undefined;

  constructor() {
    this.session.ended.pipe(takeUntilDestroyed()).subscribe(() => void this.tellEnd());
  }

  /**
   * Resolves at once with the user who is signed in. If nobody is, opens the account dialog and resolves with the user who
   * signed in there, or undefined when it was dismissed. Calls while the dialog is open share it. `seats`: how many seats
   * the caller books afterwards; the dialog's buttons say so.
   */
  async signInThen(reason: SignInReason = 'account', seats = 0): Promise<User | undefined> {
    const opener = this.page.activeElement;
    return (await this.session.settled()) ?? this.ask({ reason, seats }, opener);
  }

  /** Opens the dialog in which a guest creates an account and keeps the bookings; undefined when dismissed. */
  async createAccount(): Promise<User | undefined> {
    return this.ask({ reason: 'account', seats: 0 }, this.page.activeElement);
  }

  /** No bar is shown when a caller that needs the session opens the dialog itself, since the dialog says the same. */
  private async tellEnd(): Promise<void> {
    const { SessionEndBar } = await import('./session-end-bar');
    if (this.asking || this.session.user()) return;
    if (await this.injector.get(SessionEndBar).tell()) await this.signInThen('ended');
  }

  /** `opener`: where the focus goes back to when the dialog is dismissed. */
  private ask(request: SignInRequest, opener: Element | null): Promise<User | undefined> {
    const wish = {
      load: async () => (await import('./account-dialog')).AccountDialog,
      data: request,
      width: '29rem',
      autoFocus: '.mx-control',
      ariaLabelledBy: 'account-dialog-heading',
    };
    this.asking ??= this.dialogs.open<User>(wish, opener).finally(() => (this.asking = undefined));
    return this.asking;
  }
}
