import { Component, inject, output, signal } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { passwordFault } from '@modex/domain';
import { Api, changePassword, Problem, readProblem } from '@modex/web-api-client';
import {
  Control,
  Field,
  focusFirstError,
  Notice,
  placeRefusals,
  RefusedField,
  WriteButton,
  WriteForm,
} from '@modex/web-ui';
import { PASSWORD_WORDS } from '../form/password-words';
import { SessionStore } from '../session/session-store';

/** Changes the password, which signs the user out everywhere else. */
@Component({
  selector: 'mx-password-form',
  imports: [Control, Field, FormField, MatButtonModule, Notice, WriteButton, WriteForm],
  templateUrl: './password-form.html',
  styleUrl: './password-form.scss',
})
export class PasswordForm {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);

  readonly changed = output<void>();

  protected readonly otherPassword = $localize`The password until now is another one`;
  protected readonly isChanged = signal(false);
  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly passwords = signal({ currentPassword: '', password: '' });
  protected readonly form = form(
    this.passwords,
    (path) => {
      required(path.currentPassword, { message: $localize`Enter your password until now.` });
      required(path.password, { message: $localize`Enter a new password.` });
      validate(path.password, ({ value }) => {
        const fault = passwordFault(value(), this.session.user());
        return fault === undefined ? null : { kind: fault, message: PASSWORD_WORDS[fault] };
      });
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    this.isChanged.set(false);
    try {
      await this.api.invoke(changePassword, { body: this.passwords() });
    } catch (error) {
      const problem = readProblem(error);
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
    this.passwords.set({ currentPassword: '', password: '' });
    this.form().reset();
    this.isChanged.set(true);
    this.changed.emit();
    return undefined;
  }
}
