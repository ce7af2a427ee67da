import { inject, Injectable, signal } from '@angular/core';
import {
  addAdmin,
  AdminPersonResponse,
  Api,
  FirstPasswordResponse,
  listAdmins,
  NewAdminDto,
  Problem,
  reading,
  readProblem,
  removeAdmin,
  renewAdminPassword,
} from '@modex/web-api-client';
import { Confirmations, isolated } from '@modex/web-ui';

/** The admins, and the writes of one to the others. Shows only what the API has answered. */
@Injectable()
export class PeopleActions {
  private readonly api = inject(Api);
  private readonly confirmations = inject(Confirmations);

  readonly reading = reading({
    params: () => true,
    read: async () => (await this.api.invoke(listAdmins)).items,
  });
  readonly people = this.reading.value;
  /** Why the last write was refused. */
  readonly refused = signal<Problem | undefined>(undefined);
  /** A password that was just made; it is kept nowhere else. */
  readonly first = signal<FirstPasswordResponse | undefined>(undefined);

  /** Adds an admin; undefined when the API has done it. */
  async add(body: NewAdminDto): Promise<Problem | undefined> {
    this.refused.set(undefined);
    try {
      this.first.set(await this.api.invoke(addAdmin, { body }));
      return undefined;
    } catch (error) {
      return readProblem(error);
    } finally {
      // Also after a refusal: the answer to an earlier try may have been lost.
      await this.reading.refresh();
    }
  }

  /** Makes a new password after asking. */
  async renew(person: AdminPersonResponse): Promise<void> {
    await this.write(async () => {
      if (!(await this.confirmations.ask(renewalOf(person)))) return false;
      this.first.set(await this.api.invoke(renewAdminPassword, { userId: person.userId }));
      return true;
    });
  }

  /** Removes an admin after asking. True when the API has done it. */
  async remove(person: AdminPersonResponse): Promise<boolean> {
    return this.write(async () => {
      if (!(await this.confirmations.ask(removalOf(person)))) return false;
      await this.api.invoke(removeAdmin, { userId: person.userId });
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

function renewalOf({ name, email }: AdminPersonResponse) {
  return {
    headline: $localize`Make a new password for ${isolated(name)}:name: (${isolated(email)}:email:)?`,
    consequences: [$localize`The old password stops working.`, $localize`They are signed out everywhere.`],
    confirm: $localize`Make a new password`,
    keep: $localize`Leave it as it is`,
  };
}

function removalOf({ name, email }: AdminPersonResponse) {
  return {
    headline: $localize`Remove ${isolated(name)}:name: (${isolated(email)}:email:) from the admins?`,
    consequences: [
      $localize`They are signed out everywhere, and the admin area is closed to them.`,
      $localize`The account stays, as that of a customer, with its bookings.`,
      $localize`To take this back you need another e-mail for them.`,
    ],
    confirm: $localize`Remove the admin`,
    keep: $localize`Keep the admin`,
  };
}
