import { Injectable } from '@nestjs/common';
import { AccountLinks } from '../links/account-links';
import { SessionOwner, SessionService } from './session.service';

/** What is open of an account: its sessions, and the links that were asked for. Both end when its password or role changes. */
@Injectable()
export class OpenWays {
  constructor(
    private readonly sessions: SessionService,
    private readonly links: AccountLinks,
  ) {}

  /** @returns how many sessions */
  async endAllOf(userId: string): Promise<number> {
    await this.links.endAllOf(userId);
    return this.sessions.closeAllOf(userId);
  }

  /** All but the session that asks. @returns how many sessions */
  async endOthers(session: SessionOwner): Promise<number> {
    await this.links.endAllOf(session.userId);
    return this.sessions.closeOthers(session);
  }
}
