import { Injectable } from '@nestjs/common';
import { SecurityLog } from '@modex/api-core';
import { OwnSession, SessionService } from './session.service';

/** The session of the caller. */
export interface SessionInUse {
  readonly userId: string;
  readonly token: string;
  readonly address: string;
}

/** The sessions of the caller. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly sessions: SessionService,
    private readonly log: SecurityLog,
  ) {}

  list(session: SessionInUse): Promise<readonly OwnSession[]> {
    return this.sessions.list(session);
  }

  /** Signs out here. */
  async endThis({ userId, token, address }: SessionInUse): Promise<void> {
    await this.sessions.close(token);
    this.log.record('session-ended', { userId, address });
  }

  /** @throws DomainError `unknown-session` */
  async end({ userId, address }: SessionInUse, sessionId: string): Promise<void> {
    await this.sessions.closeOne(userId, sessionId);
    this.log.record('session-ended', { userId, address });
  }

  /** @param scope `others`: all but the one that asks */
  async endMany(session: SessionInUse, scope: 'others' | 'all'): Promise<void> {
    const { userId, address } = session;
    const count = await (scope === 'all' ? this.sessions.closeAllOf(userId) : this.sessions.closeOthers(session));
    this.log.record('sessions-ended', { userId, address, count });
  }
}
