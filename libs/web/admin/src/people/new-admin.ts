import { Component, inject, output, signal } from '@angular/core';
import { FieldTree, form, FormField, maxLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { LIMITS } from '@modex/domain';
import { emailRule } from '@modex/web-account';
import { Problem } from '@modex/web-api-client';
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
} from '@modex/web-ui';
import { PeopleActions } from './people-actions';

/** Who shall be let in. */
interface Person {
  readonly name: string;
  readonly email: string;
}

const TAKEN = $localize`There is an account with this e-mail. If it is that of an admin, make a new password above; else use another e-mail.`;

/** The form to add another admin. `asked`: emits what is sent. */
@Component({
  selector: 'mx-new-admin',
  imports: [Control, EmailField, Field, FormField, MatButtonModule, Notice, WriteButton, WriteForm],
  template: `
    <form [mxForm]="form" [mxFailed]="problem()">
      <mx-field label="Name" i18n-label [state]="form.name()">
        <input mxControl type="text" autocomplete="off" autocapitalize="words" [formField]="form.name" />
      </mx-field>
      <mx-email-field
        hint="They sign in with it. It must not belong to an account yet."
        i18n-hint
        autocomplete="off"
        [field]="form.email"
      />
      @if (problem(); as failed) {
        <mx-notice tone="error" [headline]="failed.headline">{{ failed.nextStep }}</mx-notice>
      }
      <button matButton="filled" type="submit" mxWrite>
        @if (form().submitting()) {
          <ng-container i18n>Adding…</ng-container>
        } @else {
          <ng-container i18n>Add the admin</ng-container>
        }
      </button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--mx-gap-4);
      max-width: 29rem;
    }
  `,
})
export class NewAdmin {
  private readonly actions = inject(PeopleActions);

  readonly asked = output<void>();

  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly person = signal<Person>({ name: '', email: '' });
  protected readonly form: FieldTree<Person> = form(
    this.person,
    (path) => {
      required(path.name, { message: $localize`Enter the name.` });
      maxLength(path.name, LIMITS.personName, { message: $localize`At most ${LIMITS.personName}:most: characters.` });
      required(path.email, { message: $localize`Enter the e-mail.` });
      emailRule(path.email);
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    this.asked.emit();
    const { name, email } = this.person();
    const refusal = await this.actions.add({ name: name.trim(), email: email.trim() });
    if (refusal !== undefined) return this.refuse(refusal);
    this.person.set({ name: '', email: '' });
    this.form().reset();
    return undefined;
  }

  private refuse(problem: Problem): RefusedField[] {
    const fields = problem.code === 'email-taken' ? [{ field: 'email', message: TAKEN }] : problem.fields;
    return placeRefusals(this.form, fields, () => this.problem.set(problem));
  }
}
