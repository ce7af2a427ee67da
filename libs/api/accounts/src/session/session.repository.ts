import { Caller } from '../user';

/** A session that begins. */
export interface NewSession {
  readonly userId: string;
  /** The browser or program, in plain words. */
  readonly device: string;
  /** Milliseconds without use after which it ends. */
  readonly idleMs: number;
}

/** A session that lives, with the role that its person has now, and whether the person is anonymous. */
export interface LiveSession extends OwnedSession, Caller {}

/** A session without its person. */
export interface OwnedSession {
  readonly digest: string;
  readonly createdAt: Date;
  /** The last use that was noted. */
  readonly usedAt: Date;
  /** Milliseconds since then, by the database's clock. */
  readonly unusedMs: number;
  /** Undefined for one that began before this was kept. */
  readonly device: string | undefined;
}

/** When a session ends that is used now: a fixed time after the use, but no later than its greatest age. */
export interface Renewal {
  readonly idleMs: number;
  readonly ageMs: number;
}

/** Sessions, found by a digest of their token: whoever reads the database cannot sign in with it. */
export abstract class SessionRepository {
  abstract open(digest: string, session: NewSession): Promise<void>;
  /** The session, when it lives, and its person's role, in one command; undefined when it ended or never was. */
  abstract find(digest: string): Promise<LiveSession | undefined>;
  /** Notes that the session was used; it then ends later. */
  abstract renew(digest: string, renewal: Renewal): Promise<void>;
  /** The live ones of a person, the newest first. @param limit at most so many */
  abstract listOf(userId: string, limit: number): Promise<readonly OwnedSession[]>;
  /** @returns whether there was one */
  abstract close(digest: string): Promise<boolean>;
  /** @param but the digest of one that goes on @returns how many */
  abstract closeAllOf(userId: string, but?: string): Promise<number>;
}
