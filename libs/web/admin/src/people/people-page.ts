import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { STAFF_ROLES } from '@modex/domain';
import { InvitationResponse, StaffMemberResponse } from '@modex/web-api-client';
import {
  Eyebrow,
  Heading,
  HeadingFocus,
  isolated,
  Notice,
  Page,
  PageStates,
  Skeleton,
  TimePipe,
  WriteButton,
  WriteGate,
} from '@modex/web-ui';
import { FirstPassword } from './first-password';
import { InviteForm } from './invite-form';
import { NewInvitation } from './new-invitation';
import { PeopleActions } from './people-actions';
import { isStaffRole, ROLE_WORDS } from './role-words';

/** The page of those who work here: the list with roles, invitations, a new password, and taking a role away. */
@Component({
  imports: [
    Eyebrow,
    FirstPassword,
    Heading,
    MatButtonModule,
    InviteForm,
    NewInvitation,
    Notice,
    Page,
    PageStates,
    RouterLink,
    Skeleton,
    TimePipe,
    WriteButton,
  ],
  providers: [PeopleActions, WriteGate],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
})
export class PeoplePage {
  private readonly focus = inject(HeadingFocus);

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly actions = inject(PeopleActions);
  protected readonly said = signal('');
  protected readonly roles = STAFF_ROLES;
  protected readonly words = ROLE_WORDS;

  protected readonly gone = {
    headline: $localize`This person works here no more`,
    nextStep: $localize`The list below is up to date.`,
  };

  protected renewalLabel({ name, email }: StaffMemberResponse): string {
    return $localize`New password for ${name}:name:, ${email}:email:`;
  }

  protected roleLabel({ name, email }: StaffMemberResponse): string {
    return $localize`Role of ${name}:name:, ${email}:email:`;
  }

  protected roleChangeLabel({ name, email }: StaffMemberResponse): string {
    return $localize`Change the role of ${name}:name:, ${email}:email:`;
  }

  protected withdrawalLabel({ email }: InvitationResponse): string {
    return $localize`Take back the invitation of ${email}:email:`;
  }

  protected roleName(role: string): string {
    return isStaffRole(role) ? ROLE_WORDS[role].word : role;
  }

  protected async changeRole(person: StaffMemberResponse, select: HTMLSelectElement): Promise<void> {
    this.said.set('');
    const role = select.value;
    if (!isStaffRole(role)) return;
    const name = isolated(person.name);
    if (await this.actions.changeRole(person, role)) {
      this.said.set($localize`${name}:name: has another role now: ${ROLE_WORDS[role].word}:role:.`);
    } else select.value = person.role;
  }

  protected removalLabel({ name, email }: StaffMemberResponse): string {
    return $localize`Remove ${name}:name:, ${email}:email:`;
  }

  protected async renew(person: StaffMemberResponse): Promise<void> {
    this.said.set('');
    await this.actions.renew(person);
  }

  protected async remove(person: StaffMemberResponse): Promise<void> {
    this.said.set('');
    if (!(await this.actions.remove(person))) return;
    this.said.set($localize`${isolated(person.name)}:name: works here no more.`);
    // The button that was pressed is gone.
    this.heading()?.nativeElement.focus();
  }

  /** The link was passed on: hides it for good. */
  protected forgetLink(): void {
    this.focus.keep();
    this.actions.invited.set(undefined);
  }

  /** The password was passed on: hides it for good. */
  protected forget(): void {
    this.focus.keep();
    this.actions.first.set(undefined);
  }
}
