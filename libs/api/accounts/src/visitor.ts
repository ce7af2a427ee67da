import { Caller } from './user';

/** Who asks to come in, as the request tells it. */
export interface Visitor {
  /** Where the request comes from. */
  readonly address: string;
  /** The browser or program, in plain words. */
  readonly device?: string;
  /** The session that the request came with, alive or not; it ends when another one begins in its place. */
  readonly token?: string | undefined;
  /** Whose session that is, as long as it lives. */
  readonly caller?: Caller | undefined;
  /** Names the browser, when it signed in to this account before. */
  readonly browserOf?: (userId: string) => string | undefined;
}
