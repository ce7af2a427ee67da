import { Component, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Api, askEmailProof, changeEmail, Problem, readProblem } from '@modex/web-api-client';
import {
  Control,
  EmailField,
  Field,
  focusFirstError,
  Notice,
  placeRefusals,
  RefusedField,
  WriteButton,
  WriteForm,
  WriteGate,
} from '@modex/web-ui';
import { emailRule } from '../form/email-rule';
import { SessionStore } from '../session/session-store';

/** Whether the e-mail of the account is confirmed, and the ways to confirm it and to change it. */
@Component({
  selector: 'mx-email-section',
  imports: [Control, EmailField, Field, FormField, MatButtonModule, Notice, WriteButton, WriteForm],
  providers: [WriteGate],
  templateUrl: './email-section.html',
  styleUrl: './password-form.scss',
})
export class EmailSection {
  private readonly api = inject(Api);

  protected readonly user = inject(SessionStore).user;
  protected readonly otherPassword = $localize`This is not your password`;
  /** Where a link was sent. */
  protected readonly sentTo = signal('');
  protected readonly refused = signal<Problem | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly wanted = signal({ email: '', password: '' });
  protected readonly form = form(
    this.wanted,
    (path) => {
      required(path.email, { message: $localize`Enter the new e-mail.` });
      emailRule(path.email);
      required(path.password, { message: $localize`Enter your password.` });
    },
    { submission: { action: () => this.change(), onInvalid: () => focusFirstError(this.form) } },
  );

  protected readonly sendAgain = async (): Promise<void> => {
    this.refused.set(undefined);
    this.sentTo.set('');
    try {
      await this.api.invoke(askEmailProof);
      this.sentTo.set(this.user()?.email ?? '');
    } catch (error) {
      this.refused.set(readProblem(error));
    }
  };

  private async change(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    this.sentTo.set('');
    const { email, password } = this.wanted();
    try {
      await this.api.invoke(changeEmail, { body: { email: email.trim(), password } });
    } catch (error) {
      const problem = readProblem(error);
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
    this.wanted.set({ email: '', password: '' });
    this.form().reset();
    this.sentTo.set(email.trim());
    return undefined;
  }
}
