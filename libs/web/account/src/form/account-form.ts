import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { email, form, FormField, FormRoot, hidden, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import { Problem, readProblem } from '@modex/web-api-client';
import { Control, Field, focusFirstError, Icon, Notice, RefusedField, refusedFields } from '@modex/web-ui';
import { SessionStore, User } from '../session/session-store';
import { ACCOUNT_LIMITS, AccountMode, actionOf, MODE_WORDS } from './account-mode';

/**
 * The form of one way in (`mode`); what was written stays when the mode changes. Emits `entered` with who came in.
 * Refused fields are marked in place, every other problem stands above the button.
 */
@Component({
  selector: 'mx-account-form',
  imports: [Control, Field, FormField, FormRoot, Icon, MatButtonModule, Notice],
  templateUrl: './account-form.html',
  styleUrl: './account-form.scss',
})
export class AccountForm {
  private readonly session = inject(SessionStore);

  readonly mode = input.required<AccountMode>();
  /** How many seats are booked as soon as somebody came in. */
  readonly seats = input(0);
  readonly entered = output<User>();

  protected readonly words = MODE_WORDS;
  protected readonly action = computed(() => actionOf(this.mode(), this.seats()));
  protected readonly icons = { show: mdiEyeOutline, hide: mdiEyeOffOutline };
  protected readonly passwordShown = signal(false);
  protected readonly problem = linkedSignal<AccountMode, Problem | undefined>({
    source: this.mode,
    computation: () => undefined,
  });
  private readonly person = signal({ ...namedGuest(this.session.user()), password: '' });
  protected readonly form = form(
    this.person,
    (path) => {
      hidden(path.name, { when: () => this.mode() === 'sign-in' });
      hidden(path.password, { when: () => this.mode() === 'guest' });
      required(path.name, { message: 'Tell us your name.' });
      maxLength(path.name, ACCOUNT_LIMITS.name, { message: `At most ${ACCOUNT_LIMITS.name} characters.` });
      required(path.email, { message: 'Tell us your e-mail.' });
      email(path.email, { message: 'This does not look like an e-mail address.' });
      required(path.password, { message: 'Enter your password.' });
      minLength(path.password, () => (this.mode() === 'register' ? ACCOUNT_LIMITS.passwordMin : 0), {
        message: `At least ${ACCOUNT_LIMITS.passwordMin} characters.`,
      });
      maxLength(path.password, ACCOUNT_LIMITS.passwordMax, { message: 'This is longer than any password here.' });
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => focusFirstError(this.form),
      },
    },
  );

  /** Another way in begins without complaints about the one before; what was written stays. */
  constructor() {
    effect(() => {
      this.mode();
      untracked(() => this.form().reset());
    });
  }

  private async send(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    try {
      this.entered.emit(await this.enter());
      return undefined;
    } catch (error) {
      return this.refuse(readProblem(error));
    }
  }

  private enter(): Promise<User> {
    const { name, email: address, password } = this.person();
    const body = { name: name.trim(), email: address.trim() };
    switch (this.mode()) {
      case 'guest':
        return this.session.continueAsGuest(body);
      case 'sign-in':
        return this.session.signIn({ email: body.email, password });
      case 'register':
        return this.session.register({ ...body, password });
    }
  }

  private refuse(problem: Problem): RefusedField[] {
    const refused = refusedFields(this.form, problem.fields);
    if (refused.length < problem.fields.length || refused.length === 0) this.problem.set(problem);
    refused[0]?.fieldTree().focusBoundControl();
    return refused;
  }
}

/** A guest who creates an account has told name and e-mail before. */
function namedGuest(user: User | undefined): { name: string; email: string } {
  return user?.kind === 'GUEST' ? { name: user.name, email: user.email } : { name: '', email: '' };
}
