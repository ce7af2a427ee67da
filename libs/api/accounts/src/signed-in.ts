import { User } from './user';

/** A person with a session that was just opened. */
export interface SignedIn {
  readonly user: User;
  readonly token: string;
}
