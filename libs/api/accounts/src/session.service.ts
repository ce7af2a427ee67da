import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { SessionRepository } from './session.repository';
import { Caller, Role } from './user';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a session lives, in milliseconds. */
export const SESSION_LIFETIME_MS: Readonly<Record<Role, number>> = { CUSTOMER: 30 * DAY_MS, ADMIN: DAY_MS / 2 };

/** Opens and ends sessions. A token is 256 random bits; the database keeps only its keyed digest. */
@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly settings: Settings,
  ) {}

  /** @returns the token, which is nowhere else */
  async open(caller: Caller): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.sessions.open(this.digest(token), caller, SESSION_LIFETIME_MS[caller.role]);
    return token;
  }

  /** Who the token stands for; undefined when the session ended or never was. */
  async callerOf(token: string): Promise<Caller | undefined> {
    return this.sessions.findCaller(this.digest(token));
  }

  async close(token: string): Promise<void> {
    await this.sessions.close(this.digest(token));
  }

  async closeAllOf(userId: string): Promise<void> {
    await this.sessions.closeAllOf(userId);
  }

  private digest(token: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(token).digest('base64url');
  }
}
