import { Caller } from './user';

/** Sessions, found by a digest of their token: whoever reads the database cannot sign in with it. */
export abstract class SessionRepository {
  /** @param lifetimeMs counted from now by the database's clock */
  abstract open(digest: string, caller: Caller, lifetimeMs: number): Promise<void>;
  /** The caller of a live session; undefined when it ended or never was. */
  abstract findCaller(digest: string): Promise<Caller | undefined>;
  abstract close(digest: string): Promise<void>;
  abstract closeAllOf(userId: string): Promise<void>;
}
