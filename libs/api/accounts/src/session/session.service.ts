import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings, unknownThing } from '@modex/api-core';
import { SignedIn } from '../signed-in';
import { Caller, User } from '../user';
import { Visitor } from '../visitor';
import { sessionAgeMs, sessionIdleMs, USE_NOTED_MS } from './session-lifetime';
import { newToken } from './session-token';
import { LiveSession, SessionRepository } from './session.repository';

/** At most this many sessions are shown to a person. */
const MOST_LISTED = 100;

/** A session, as its owner is told of it. */
export interface OwnSession extends Pick<LiveSession, 'createdAt' | 'usedAt' | 'device'> {
  readonly id: string;
  readonly isCurrent: boolean;
}

/** Whose sessions, and the token of the one that asks. */
export interface SessionOwner {
  readonly userId: string;
  readonly token: string;
}

/** Opens and ends sessions. A token is 256 random bits; the database keeps only its keyed digest. */
@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly settings: Settings,
  ) {}

  /** Begins a session and ends the one of the old token, which opens nothing from now on. */
  async begin(user: User, { token: old, device = 'Unknown device' }: Visitor): Promise<SignedIn> {
    const token = await this.open({ userId: user.id, role: user.role }, device);
    if (old !== undefined) await this.close(old);
    return { user, token };
  }

  /** @param device in plain words @returns the token, which is nowhere else */
  async open({ userId, role }: Caller, device: string): Promise<string> {
    const token = newToken();
    await this.sessions.open(this.digest(token), { userId, device, idleMs: sessionIdleMs(role) });
    return token;
  }

  /** Who the token stands for; undefined when the session ended or never was. */
  async callerOf(token: string): Promise<Caller | undefined> {
    const session = await this.sessions.find(this.digest(token));
    return session && toCaller(session);
  }

  /** The same, and it counts as a use, which costs a write now and then: not for those who wait for a seat. */
  async usedBy(token: string): Promise<Caller | undefined> {
    const session = await this.sessions.find(this.digest(token));
    if (session === undefined) return undefined;
    const { role, digest, unusedMs } = session;
    const ends = { idleMs: sessionIdleMs(role), ageMs: sessionAgeMs(role) };
    if (unusedMs >= USE_NOTED_MS) await this.sessions.renew(digest, ends);
    return toCaller(session);
  }

  async list({ userId, token }: SessionOwner): Promise<readonly OwnSession[]> {
    const current = this.digest(token);
    return (await this.sessions.listOf(userId, MOST_LISTED)).map(({ digest, createdAt, usedAt, device }) => ({
      id: idOf(digest),
      createdAt,
      usedAt,
      device,
      isCurrent: digest === current,
    }));
  }

  /** @returns whether there was one */
  async close(token: string): Promise<boolean> {
    return this.sessions.close(this.digest(token));
  }

  /** Ends one of the person's. @throws DomainError `unknown-session` */
  async closeOne(userId: string, id: string): Promise<void> {
    const found = (await this.sessions.listOf(userId, MOST_LISTED)).find(({ digest }) => idOf(digest) === id);
    if (found === undefined) throw unknownThing('unknown-session');
    await this.sessions.close(found.digest);
  }

  /** Ends all of a person but the one that asks. @returns how many */
  async closeOthers({ userId, token }: SessionOwner): Promise<number> {
    return this.sessions.closeAllOf(userId, this.digest(token));
  }

  async closeAllOf(userId: string): Promise<number> {
    return this.sessions.closeAllOf(userId);
  }

  private digest(token: string): string {
    return createHmac('sha256', this.settings.sessionSecret).update(token).digest('base64url');
  }
}

function toCaller({ userId, role, isAnonymous = false }: LiveSession): Caller {
  return { userId, role, ...(isAnonymous && { isAnonymous }) };
}

/** The id of a session as its owner sees it; neither the token nor its stored digest can be derived from it. */
function idOf(digest: string): string {
  return createHash('sha256').update(digest).digest('hex').slice(0, 24);
}
