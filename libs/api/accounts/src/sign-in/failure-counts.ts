/**
 * Whose wrong passwords are counted together: those of a browser that signed in to the account before; for one e-mail
 * from one address; from one address for any e-mail; for one e-mail from anywhere; of whoever is signed in to the account.
 */
export type FailureKind = 'device' | 'pair' | 'address' | 'email' | 'account';

/** One count: its kind, and of whom. */
export interface FailureKey {
  readonly kind: FailureKind;
  readonly of: string;
}

/** Counts of wrong passwords. Where they live is the implementation's own. */
export abstract class FailureCounts {
  /** Milliseconds for which nobody may try; 0: anybody may. */
  abstract waitOf(key: FailureKey): Promise<number>;
  /** Somebody tried all the same: where the kind says so, the wait grows. @returns it, in milliseconds */
  abstract insist(key: FailureKey): Promise<number>;
  /** Counts a wrong password. @returns the wait before it and after it, in milliseconds */
  abstract add(key: FailureKey): Promise<{ readonly before: number; readonly after: number }>;
  abstract forget(key: FailureKey): Promise<void>;
}
