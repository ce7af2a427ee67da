import { BookingFailure, BookingStatus, ShowStatus } from '@modex/domain';

/** A booking as the model stores it; times in milliseconds of the model's clock. */
export interface StoredBooking {
  readonly id: string;
  readonly userId: string;
  readonly showId: string;
  readonly seats: readonly string[];
  readonly status: BookingStatus;
  readonly createdAt: number;
  readonly leaseUntil: number;
  readonly confirmedAt?: number;
  readonly endedAt?: number;
  readonly bookedBy?: string;
  readonly endedBy?: string;
  readonly sweepAt?: number;
  readonly key?: string;
  readonly failure?: BookingFailure;
}

/** A show as the model stores it; times in milliseconds of the model's clock. */
export interface StoredShow {
  readonly id: string;
  readonly title: string;
  readonly startTime: number;
  readonly venue: string | null;
  readonly description: string | null;
  readonly status: ShowStatus;
  readonly totalSeats: number;
  readonly seatsPerRow: number;
  readonly seatPrefix: string;
  readonly createdAt: number;
  readonly sweepAt?: number;
  readonly endedAt?: number;
}

/** Places of a show's layout, `from` inclusive, `to` exclusive. */
export type Places = readonly [from: number, to: number];

/** Everything the database knows at one moment; never changed in place. */
export interface StoreState {
  /** The database's clock in milliseconds. */
  readonly now: number;
  readonly bookings: Readonly<Record<string, StoredBooking>>;
  readonly shows: Readonly<Record<string, StoredShow>>;
  /** The seats that exist, by show: ranges of places, so that a house of thousands costs a few numbers. */
  readonly made: Readonly<Record<string, readonly Places[]>>;
  /** The booking that stands on a seat, by seat id; every other seat that exists is AVAILABLE. */
  readonly owners: Readonly<Record<string, string>>;
}

export const EMPTY_STORE: StoreState = { now: 0, bookings: {}, shows: {}, made: {}, owners: {} };

/** The same text for equal states, whatever order their parts were written in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Whether the seat exists and belongs to the show. */
export function seatExists({ shows, made }: StoreState, showId: string, seatId: string): boolean {
  const place = parseInt(seatId.slice(-8), 16);
  const ofShow = seatId.startsWith(shows[showId]?.seatPrefix ?? '-');
  return ofShow && (made[showId] ?? []).some(([from, to]) => from <= place && place < to);
}

/** A copy of the record without the key. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
