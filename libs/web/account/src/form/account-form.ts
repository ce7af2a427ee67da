import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { form, FormField, hidden, maxLength, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { mdiEyeOffOutline, mdiEyeOutline } from '@mdi/js';
import { LIMITS, passwordFault, PasswordOwner } from '@modex/domain';
import { Problem, readProblem } from '@modex/web-api-client';
import {
  Control,
  EmailField,
  Field,
  focusFirstError,
  Icon,
  Notice,
  placeRefusals,
  RefusedField,
  WriteButton,
  WriteForm,
} from '@modex/web-ui';
import { SessionStore } from '../session/session-store';
import { User } from '../session/user';
import { DoorMemory } from './door-memory';
import { emailRule } from './email-rule';
import { PASSWORD_WORDS } from './password-words';
import { AccountMode, actionOf, MODE_WORDS } from './account-mode';

/**
 * The form of one way in (`mode`); what was written stays when the mode changes. Emits `entered` with who came in.
 * Refused fields are marked in place, every other problem stands above the button.
 */
@Component({
  selector: 'mx-account-form',
  imports: [Control, EmailField, Field, FormField, Icon, MatButtonModule, Notice, WriteButton, WriteForm],
  templateUrl: './account-form.html',
  styleUrl: './account-form.scss',
})
export class AccountForm {
  private readonly session = inject(SessionStore);
  /** The door may be closed while somebody comes in. */
  private readonly destroyed = inject(DestroyRef);

  readonly mode = input.required<AccountMode>();
  /** How many seats are booked as soon as somebody came in. */
  readonly seats = input(0);
  readonly entered = output<User>();

  protected readonly words = MODE_WORDS;
  protected readonly passwordHint = $localize`At least 10 characters. Long beats complicated.`;
  protected readonly action = computed(() => actionOf(this.mode(), this.seats()));
  protected readonly icons = { show: mdiEyeOutline, hide: mdiEyeOffOutline };
  protected readonly passwordShown = signal(false);
  protected readonly problem = linkedSignal<AccountMode, Problem | undefined>({
    source: this.mode,
    computation: () => undefined,
  });
  private readonly memory = inject(DoorMemory);
  private readonly person = signal({ ...(namedGuest(this.session.user()) ?? this.memory.written), password: '' });
  protected readonly form = form(
    this.person,
    (path) => {
      hidden(path.name, { when: () => this.mode() === 'sign-in' });
      hidden(path.password, { when: () => this.mode() === 'guest' });
      required(path.name, { message: $localize`Tell us your name.` });
      maxLength(path.name, LIMITS.personName, {
        message: $localize`At most ${LIMITS.personName}:most: characters.`,
      });
      required(path.email, { message: $localize`Tell us your e-mail.` });
      emailRule(path.email);
      required(path.password, { message: $localize`Enter your password.` });
      validate(path.password, ({ value }) =>
        this.mode() === 'register' ? passwordComplaint(value(), this.person()) : null,
      );
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => focusFirstError(this.form),
      },
    },
  );

  /** Changing to another way in clears the errors of the one before and keeps what was written. */
  constructor() {
    effect(() => {
      const { name, email } = this.person();
      this.memory.written = { name, email };
    });
    effect(() => {
      this.mode();
      untracked(() => this.form().reset());
    });
  }

  private async send(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    try {
      const user = await this.enter();
      if (!this.destroyed.destroyed) this.entered.emit(user);
      return undefined;
    } catch (error) {
      const problem = readProblem(error);
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
  }

  /** Before a booking an anonymous guest only says a name and an e-mail: the booking itself tells them to the API. */
  private namedToBook(body: { name: string; email: string }): User | undefined {
    const person = this.session.person();
    return person?.name === '' && this.seats() > 0 ? { ...person, ...body } : undefined;
  }

  private async enter(): Promise<User> {
    const { name, email: address, password } = this.person();
    const body = { name: name.trim(), email: address.trim() };
    switch (this.mode()) {
      case 'guest':
        return this.namedToBook(body) ?? this.session.continueAsGuest(body);
      case 'sign-in':
        return this.session.signIn({ email: body.email, password });
      case 'register':
        return this.session.register({ ...body, password });
    }
  }
}

interface Complaint {
  readonly kind: string;
  readonly message: string;
}

function passwordComplaint(typed: string, owner: PasswordOwner): Complaint | null {
  const fault = typed === '' ? undefined : passwordFault(typed, owner);
  return fault === undefined ? null : { kind: fault, message: PASSWORD_WORDS[fault] };
}

/** A guest who creates an account has already given a name and an e-mail. */
function namedGuest(user: User | undefined): { name: string; email: string } | undefined {
  return user?.kind === 'GUEST' ? { name: user.name, email: user.email } : undefined;
}
