import { Component, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, maxLength, required, validate } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { LIMITS, passwordFault } from '@modex/domain';
import { acceptInvitation, Api, Problem, readProblem } from '@modex/web-api-client';
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
import { SessionStore } from '../session/session-store';
import { LinkToken } from './link-token';
import { isLinkProblem } from './link-trouble';

/** Somebody who is invited to work for the venue sets a name and a password, and is signed in. */
@Component({
  imports: [Control, Field, FormField, Heading, MatButtonModule, Notice, Page, WriteButton, WriteForm],
  providers: [LinkToken],
  templateUrl: './invitation-page.html',
  styleUrl: './link-page.scss',
})
export class InvitationPage {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  protected readonly token = inject(LinkToken).value;
  protected readonly problem = linkedSignal<string, Problem | undefined>({
    source: this.token,
    computation: () => undefined,
  });
  protected readonly isVoid = isLinkProblem;
  private readonly wanted = signal({ name: '', password: '' });
  protected readonly form = form(
    this.wanted,
    (path) => {
      required(path.name, { message: $localize`Tell us your name.` });
      maxLength(path.name, LIMITS.personName, { message: $localize`At most ${LIMITS.personName}:most: characters.` });
      required(path.password, { message: $localize`Enter a new password.` });
      validate(path.password, ({ value }) => {
        const fault = passwordFault(value(), { name: this.wanted().name });
        return fault === undefined ? null : { kind: fault, message: PASSWORD_WORDS[fault] };
      });
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    const { name, password } = this.wanted();
    try {
      const body = { name: name.trim(), password, token: this.token() };
      await this.session.signInBy(() => this.api.invoke(acceptInvitation, { body }));
    } catch (error) {
      const problem = readProblem(error);
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
    await this.router.navigateByUrl('/admin');
    return undefined;
  }
}
