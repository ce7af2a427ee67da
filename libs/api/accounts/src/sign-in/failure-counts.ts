/**
 * The kinds of counts of wrong passwords: of a browser that has signed in to the account before; for one e-mail from one
 * address; from one address for any e-mail; for one e-mail from anywhere; of the user who is signed in to the account.
 */
export type FailureKind = 'device' | 'pair' | 'address' | 'email' | 'account';

/** One count: its kind, and who is counted. */
export interface FailureKey {
  readonly kind: FailureKind;
  readonly of: string;
}

/** Counts of wrong passwords. The implementation decides where they are stored. */
export abstract class FailureCounts {
  /** Milliseconds until the next try is allowed; 0: now. */
  abstract waitOf(key: FailureKey): Promise<number>;
  /** Call for a try during the wait: for some kinds the wait then grows. @returns the wait in milliseconds */
  abstract insist(key: FailureKey): Promise<number>;
  /** Counts a wrong password. @returns the wait before it and after it, in milliseconds */
  abstract add(key: FailureKey): Promise<{ readonly before: number; readonly after: number }>;
  abstract forget(key: FailureKey): Promise<void>;
}
