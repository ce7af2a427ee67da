import { inject, Injectable, signal } from '@angular/core';
import {
  Api,
  changeStaffRole,
  FirstPasswordResponse,
  InvitationResponse,
  inviteStaff,
  InviteStaffDto,
  listInvitations,
  listStaff,
  NewInvitationResponse,
  Problem,
  reading,
  readProblem,
  removeStaff,
  renewStaffPassword,
  StaffMemberResponse,
  StaffRole,
  withdrawInvitation,
} from '@modex/web-api-client';
import { Confirmations, isolated } from '@modex/web-ui';

/** Who works here and who is invited, and the writes of an owner to the others. Shows only what the API has answered. */
@Injectable()
export class PeopleActions {
  private readonly api = inject(Api);
  private readonly confirmations = inject(Confirmations);

  readonly reading = reading({
    params: () => true,
    read: async () => (await this.api.invoke(listStaff)).items,
  });
  readonly people = this.reading.value;
  /** Why the last write was refused. */
  readonly refused = signal<Problem | undefined>(undefined);
  /** A password that was just made; it is kept nowhere else. */
  readonly first = signal<FirstPasswordResponse | undefined>(undefined);

  /** Who is invited and has not come yet. */
  readonly invitations = reading({
    params: () => true,
    read: async () => (await this.api.invoke(listInvitations)).items,
  });
  /** An invitation that was just made, with its link, which is kept nowhere else. */
  readonly invited = signal<NewInvitationResponse | undefined>(undefined);

  /** Invites somebody; undefined when the API has done it. */
  async invite(body: InviteStaffDto): Promise<Problem | undefined> {
    this.refused.set(undefined);
    try {
      this.invited.set(await this.api.invoke(inviteStaff, { body }));
      return undefined;
    } catch (error) {
      return readProblem(error);
    } finally {
      // Also after a refusal: the answer to an earlier try may have been lost.
      await this.invitations.refresh();
    }
  }

  /** Takes an invitation back. */
  async withdraw({ id }: InvitationResponse): Promise<void> {
    await this.write(async () => {
      await this.api.invoke(withdrawInvitation, { invitationId: id });
      if (this.invited()?.id === id) this.invited.set(undefined);
      return true;
    });
    await this.invitations.refresh();
  }

  /** Gives somebody another role. True when the API has done it. */
  async changeRole({ userId }: StaffMemberResponse, role: StaffRole): Promise<boolean> {
    return this.write(async () => {
      await this.api.invoke(changeStaffRole, { userId, body: { role } });
      return true;
    });
  }

  /** Makes a new password after asking. */
  async renew(person: StaffMemberResponse): Promise<void> {
    await this.write(async () => {
      if (!(await this.confirmations.ask(renewalOf(person)))) return false;
      this.first.set(await this.api.invoke(renewStaffPassword, { userId: person.userId }));
      return true;
    });
  }

  /** Takes somebody's role away after asking. True when the API has done it. */
  async remove(person: StaffMemberResponse): Promise<boolean> {
    return this.write(async () => {
      if (!(await this.confirmations.ask(removalOf(person)))) return false;
      await this.api.invoke(removeStaff, { userId: person.userId });
      if (this.first()?.userId === person.userId) this.first.set(undefined);
      return true;
    });
  }

  private async write(change: () => Promise<boolean>): Promise<boolean> {
    this.refused.set(undefined);
    try {
      const isDone = await change();
      if (isDone) await this.reading.refresh();
      return isDone;
    } catch (error) {
      this.refused.set(readProblem(error));
      await this.reading.refresh();
      return false;
    }
  }
}

function renewalOf({ name, email }: StaffMemberResponse) {
  return {
    headline: $localize`Make a new password for ${isolated(name)}:name: (${isolated(email)}:email:)?`,
    consequences: [$localize`The old password stops working.`, $localize`They are signed out everywhere.`],
    confirm: $localize`Make a new password`,
    keep: $localize`Leave it as it is`,
  };
}

function removalOf({ name, email }: StaffMemberResponse) {
  return {
    headline: $localize`Remove ${isolated(name)}:name: (${isolated(email)}:email:) from those who work here?`,
    consequences: [
      $localize`They are signed out everywhere, and the admin area is closed to them.`,
      $localize`The account stays, as that of a customer, with its bookings.`,
      $localize`To let them in again you need another e-mail for them.`,
    ],
    confirm: $localize`Take the role away`,
    keep: $localize`Leave it as it is`,
  };
}
