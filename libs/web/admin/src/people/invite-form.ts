import { Component, inject, output, signal } from '@angular/core';
import { FieldTree, form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { STAFF_ROLES, StaffRole } from '@modex/domain';
import { emailRule } from '@modex/web-account';
import { Problem } from '@modex/web-api-client';
import {
  EmailField,
  focusFirstError,
  Notice,
  placeRefusals,
  RefusedField,
  WriteButton,
  WriteForm,
} from '@modex/web-ui';
import { PeopleActions } from './people-actions';
import { ROLE_WORDS } from './role-words';

/** Who is invited. */
interface Person {
  readonly email: string;
  readonly role: StaffRole;
}

const TAKEN = $localize`There is an account with this e-mail. If it works here, change its role above; else use another e-mail.`;

/** The form to invite somebody to work here. `asked`: emits what is sent. */
@Component({
  selector: 'mx-invite-form',
  imports: [EmailField, FormField, MatButtonModule, Notice, WriteButton, WriteForm],
  template: `
    <form [mxForm]="form" [mxFailed]="problem()">
      <mx-email-field
        hint="They sign in with it. It must not belong to an account yet."
        i18n-hint
        autocomplete="off"
        [field]="form.email"
      />
      <fieldset>
        <legend i18n>Role</legend>
        @for (role of roles; track role) {
          <label>
            <input type="radio" [formField]="form.role" [value]="role" />
            <span
              ><strong>{{ words[role].word }}</strong> {{ words[role].may }}</span
            >
          </label>
        }
      </fieldset>
      @if (problem(); as failed) {
        <mx-notice tone="error" [headline]="failed.headline">{{ failed.nextStep }}</mx-notice>
      }
      <button matButton="filled" type="submit" mxWrite>
        @if (form().submitting()) {
          <ng-container i18n>Inviting…</ng-container>
        } @else {
          <ng-container i18n>Invite</ng-container>
        }
      </button>
    </form>
  `,
  styles: `
    form,
    fieldset {
      display: grid;
      gap: var(--mx-gap-4);
      max-width: 29rem;
    }

    fieldset {
      gap: var(--mx-gap-1);
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0;
      font: var(--mx-text-label);
    }

    label {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--mx-gap-3);
      align-items: center;
      min-height: 44px;
    }

    input {
      width: 1.25rem;
      height: 1.25rem;
      accent-color: var(--mat-sys-primary);
    }
  `,
})
export class InviteForm {
  private readonly actions = inject(PeopleActions);

  readonly asked = output<void>();

  protected readonly roles = STAFF_ROLES;
  protected readonly words = ROLE_WORDS;
  protected readonly problem = signal<Problem | undefined>(undefined);
  private readonly person = signal<Person>({ email: '', role: 'DOOR' });
  protected readonly form: FieldTree<Person> = form(
    this.person,
    (path) => {
      required(path.email, { message: $localize`Enter the e-mail.` });
      emailRule(path.email);
    },
    { submission: { action: () => this.send(), onInvalid: () => focusFirstError(this.form) } },
  );

  private async send(): Promise<RefusedField[] | undefined> {
    this.problem.set(undefined);
    this.asked.emit();
    const { email, role } = this.person();
    const refusal = await this.actions.invite({ email: email.trim(), role });
    if (refusal !== undefined) return this.refuse(refusal);
    this.person.set({ email: '', role });
    this.form().reset();
    return undefined;
  }

  private refuse(problem: Problem): RefusedField[] {
    const fields = problem.code === 'email-taken' ? [{ field: 'email', message: TAKEN }] : problem.fields;
    return placeRefusals(this.form, fields, () => this.problem.set(problem));
  }
}
