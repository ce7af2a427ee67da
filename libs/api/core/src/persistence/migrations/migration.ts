import type { mongo } from 'mongoose';

/** Tells how far a migration is: documents changed, of how many. */
export type Progress = (done: number, total: number) => void;

/**
 * One change of what is stored, forward only. It may be broken off anywhere, and two instances may run it at once when
 * one of them slept: it asks in its filters for what is still to be done, so running it again changes nothing more.
 */
export interface Migration {
  /** Date and name, such as `2026-11-29-booking-codes`; never changed once it was released. */
  readonly id: string;
  /** For the person at the terminal, such as `codes of bookings`. */
  readonly what: string;
  run(db: mongo.Db, told: Progress): Promise<void>;
}
