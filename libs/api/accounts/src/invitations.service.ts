import { Injectable } from '@nestjs/common';
import { networkOf, SecurityLog } from '@modex/api-core';
import { DomainError, emailKey, StaffRole } from '@modex/domain';
import { AccountLinks } from './links/account-links';
import { AccountLink, Invited } from './links/link';
import { LinkRepository } from './links/link.repository';
import { Passwords } from './password/passwords';
import { SessionInUse } from './session/own-sessions.service';
import { Registration } from './account.service';
import { UserRepository } from './user.repository';
import { User } from './user';

/** Somebody who was invited to work for the venue and has not come yet. */
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly endsAt: Date;
}

/** An invitation that was just made, with its address: it is nowhere else but in the mail. */
export interface NewInvitation extends Invitation {
  /** From the site's own address on. */
  readonly path: string;
  /** Whether a mail with it is on its way too. */
  readonly isMailed: boolean;
}

/** Lets people in who shall work for the venue: an owner sends a link, by which they set a name and a password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly links: AccountLinks,
    private readonly invited: LinkRepository,
    private readonly users: UserRepository,
    private readonly passwords: Passwords,
    private readonly log: SecurityLog,
  ) {}

  /** Invites somebody; an earlier invitation to the same e-mail works no more. @throws DomainError `email-taken` */
  async invite(
    { email, role }: Pick<Invitation, 'email' | 'role'>,
    { userId, address }: SessionInUse,
  ): Promise<NewInvitation> {
    if (await this.users.findCredentials(email)) throw emailTaken();
    const of = emailKey(email);
    const { linkId, path } = await this.links.put({ purpose: 'invitation', of, email, invited: { role, by: userId } });
    this.log.record('invited', { userId, address, role });
    const link = await this.invited.findById(linkId);
    if (link === undefined) throw this.links.unknown();
    return { id: linkId, email, role, endsAt: link.endsAt, path, isMailed: this.links.canBeSent };
  }

  /** Those that can still be used, the newest first. */
  async list(): Promise<readonly Invitation[]> {
    return (await this.invited.listInvitations()).flatMap(({ linkId: id, email, endsAt, invited }) =>
      invited === undefined ? [] : [{ id, email, role: invited.role, endsAt }],
    );
  }

  /** Takes it back. Twice is once. */
  async withdraw(id: string, { userId, address }: SessionInUse): Promise<void> {
    await this.invited.remove(id);
    this.log.record('invitation-withdrawn', { userId, address });
  }

  /**
   * Makes the account of whoever was invited. An invitation counts as long as its owner is one, so that whoever was removed has
   * left no way back.
   * @throws DomainError `unknown-link`, `link-used`, `link-ended`; `email-taken`; `validation-failed`; `overloaded`
   */
  async accept(token: string, { name, password }: Omit<Registration, 'email'>, address: string): Promise<User> {
    const link = await this.links.find('invitation', token);
    const { role } = await this.stillInvited(link);
    await this.passwords.assertGood(password, { name, email: link.email });
    if (await this.users.findCredentials(link.email)) throw emailTaken();
    const passwordHash = await this.passwords.hash(password, networkOf(address));
    await this.links.use(link);
    const user = await this.users.create({ name, email: link.email, role, passwordHash });
    this.log.record('role-changed', { ofUserId: user.id, role, address });
    return user;
  }

  private async stillInvited({ invited }: AccountLink): Promise<Invited> {
    const owner = invited && (await this.users.findById(invited.by));
    if (invited === undefined || owner?.role !== 'OWNER') throw this.links.unknown();
    return invited;
  }
}

function emailTaken(): DomainError {
  return new DomainError(
    'email-taken',
    'There is an account with this e-mail. If it works for the venue, change its role or give it a new password; else use another e-mail.',
  );
}
