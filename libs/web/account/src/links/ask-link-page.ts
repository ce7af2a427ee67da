import { Component, computed, inject, input, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Api, askPasswordReset, askSignInLink, Problem, readProblem } from '@modex/web-api-client';
import {
  EmailField,
  focusFirstError,
  Heading,
  Notice,
  Page,
  placeRefusals,
  RefusedField,
  WriteButton,
  WriteForm,
} from '@modex/web-ui';
import { DoorMemory } from '../form/door-memory';
import { emailRule } from '../form/email-rule';
import { ASK_WORDS, AskedLink } from './ask-words';

/** Asks for a link by mail. What it says afterwards is the same whether there is such an account or not. */
@Component({
  imports: [EmailField, FormField, Heading, MatButtonModule, Notice, Page, RouterLink, WriteButton, WriteForm],
  templateUrl: './ask-link-page.html',
  styleUrl: './link-page.scss',
})
export class AskLinkPage {
  private readonly api = inject(Api);
  private readonly memory = inject(DoorMemory);

  /** Which link; the route says it. */
  readonly link = input.required<AskedLink>();

  protected readonly words = computed(() => ASK_WORDS[this.link()]);
  protected readonly problem = signal<Problem | undefined>(undefined);
  /** Where the last link was sent. */
  protected readonly sentTo = signal('');
  private readonly wanted = signal({ email: this.memory.written.email });
  protected readonly form = form(
    this.wanted,
    (path) => {
      required(path.email, { message: $localize`Tell us your e-mail.` });
      emailRule(path.email);
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    this.sentTo.set('');
    const email = this.wanted().email.trim();
    this.memory.written = { ...this.memory.written, email };
    try {
      await this.api.invoke(this.link() === 'password-reset' ? askPasswordReset : askSignInLink, { body: { email } });
      this.sentTo.set(email);
      return undefined;
    } catch (error) {
      const problem = readProblem(error);
      return placeRefusals(this.form, problem.fields, () => this.problem.set(problem));
    }
  }
}
