import { Component, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { passwordFault } from '@modex/domain';
import { Api, Problem, readProblem, resetPassword } from '@modex/web-api-client';
import {
  Control,
  Field,
  focusFirstError,
  Heading,
  Notice,
  Page,
  placeRefusals,
  RefusedField,
  WriteButton,
  WriteForm,
} from '@modex/web-ui';
import { PASSWORD_WORDS } from '../form/password-words';
import { LinkToken } from './link-token';
import { isLinkProblem, LinkTrouble } from './link-trouble';

/** Sets another password by a link from a mail. */
@Component({
  imports: [
    Control,
    Field,
    FormField,
    Heading,
    LinkTrouble,
    MatButtonModule,
    Notice,
    Page,
    RouterLink,
    WriteButton,
    WriteForm,
  ],
  providers: [LinkToken],
  templateUrl: './reset-page.html',
  styleUrl: './link-page.scss',
})
export class ResetPage {
  private readonly api = inject(Api);

  protected readonly token = inject(LinkToken).value;
  protected readonly isDone = linkedSignal({ source: this.token, computation: () => false });
  protected readonly problem = linkedSignal<string, Problem | undefined>({
    source: this.token,
    computation: () => undefined,
  });
  protected readonly isVoid = isLinkProblem;
  private readonly wanted = signal({ password: '' });
  protected readonly form = form(
    this.wanted,
    (path) => {
      required(path.password, { message: $localize`Enter a new password.` });
      validate(path.password, ({ value }) => {
        const fault = passwordFault(value());
        return fault === undefined ? null : { kind: fault, message: PASSWORD_WORDS[fault] };
      });
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    try {
      await this.api.invoke(resetPassword, { body: { ...this.wanted(), token: this.token() } });
      this.wanted.set({ password: '' });
      this.isDone.set(true);
      return undefined;
    } catch (error) {
      const problem = readProblem(error);
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
  }
}
