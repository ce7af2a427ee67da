import { NewEntry } from '@modex/api-bookings/protocol';
import { CreationRequest } from '@modex/api-shows/protocol';
import {
  BookingDeed,
  BookingFailure,
  BookingStatus,
  placeNumberOf,
  PlanSwitchState,
  Reissue,
  SeatStatus,
  ShowStatus,
} from '@modex/domain';

/** A seat that was given back while the rest of its booking stayed. */
export interface StoredReturn {
  readonly seatId: string;
  readonly at: number;
  readonly by?: string;
  readonly reason?: string;
}

/** What happened to a booking and somebody waits for. */
export interface StoredEvent extends BookingDeed {
  readonly number: number;
  readonly at: number;
  readonly readers: readonly string[];
}

/** An event as a reader got it first, and how often: once, or more than once. */
export interface ReadEvent {
  readonly number: number;
  readonly kind: BookingDeed['kind'];
  readonly seats: readonly string[];
  readonly times: 1 | 2;
}

/** A change of a hold that is under way. */
export interface StoredChange {
  readonly id: string;
  readonly seats: readonly string[];
  readonly until: number;
}

/** What became of the tickets of a booking. */
export interface StoredTickets {
  readonly version: number;
  readonly entries: readonly Omit<NewEntry, 'at'>[];
  readonly reissued: readonly Reissue[];
}

/** A booking as the model stores it; times in milliseconds of the model's clock. */
export interface StoredBooking {
  readonly id: string;
  readonly userId: string;
  readonly showId: string;
  readonly seats: readonly string[];
  /** Absent when none was given back. */
  readonly returned?: readonly StoredReturn[];
  /** Absent while no ticket was used or issued anew. */
  readonly tickets?: StoredTickets;
  readonly status: BookingStatus;
  readonly createdAt: number;
  readonly leaseUntil: number;
  /** When it became HELD. */
  readonly heldAt?: number;
  /** Absent for 0. */
  readonly version?: number;
  readonly change?: StoredChange;
  /** Absent for none. */
  readonly leaving?: readonly string[];
  readonly atMost?: number;
  readonly confirmedAt?: number;
  readonly endedAt?: number;
  readonly bookedBy?: string;
  readonly endedBy?: string;
  readonly reason?: string;
  readonly sweepAt?: number;
  readonly key?: string;
  /** The one open booking of its customer in the show. */
  readonly open?: true;
  readonly failure?: BookingFailure;
  /** Absent when nobody waits for any. */
  readonly events?: readonly StoredEvent[];
  /** How many there ever were. */
  readonly eventCount?: number;
  readonly eventsDue?: number;
  /** How often they were claimed. */
  readonly eventClaims?: number;
}

/** A block, or a release of blocked seats, as a seat remembers it. */
export interface StoredAct {
  readonly act: string;
  readonly at: number;
}

/** The move of a show to a later version of its plan. */
export interface StoredSwitch {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly state: PlanSwitchState;
  readonly until: number;
  readonly endedAt?: number;
}

/** A show as the model stores it; times in milliseconds of the model's clock. */
export interface StoredShow {
  readonly id: string;
  readonly title: string;
  readonly startTime: number;
  readonly timeZone?: string;
  readonly durationMinutes?: number;
  readonly venue: string | null;
  readonly description: string | null;
  readonly status: ShowStatus;
  readonly totalSeats: number;
  readonly seatsPerRow: number;
  readonly limitPerCustomer: number | null;
  readonly seatPrefix: string;
  readonly createdAt: number;
  readonly sweepAt?: number;
  readonly endedAt?: number;
  readonly cancelReason?: string;
  /** Who asked for it and with which key, until its creation is given up. */
  readonly request?: CreationRequest;
  /** Absent for a plain plan, which has one version. */
  readonly planId?: string;
  readonly planVersion?: number;
  /** How often it was edited; absent for never. */
  readonly version?: number;
  readonly planSwitch?: StoredSwitch;
  readonly switchDue?: number;
  readonly deadSwitches?: readonly string[];
}

/** Numbers of the places of a show's plan, `from` inclusive, `to` exclusive. */
export type Places = readonly [from: number, to: number];

/** Everything the database knows at one moment; never changed in place. */
export interface StoreState {
  /** The database's clock in milliseconds. */
  readonly now: number;
  readonly bookings: Readonly<Record<string, StoredBooking>>;
  readonly shows: Readonly<Record<string, StoredShow>>;
  /** The seats that exist, by show: ranges of places, so that a show of thousands of seats costs a few numbers. */
  readonly made: Readonly<Record<string, readonly Places[]>>;
  /** The booking that has a seat, by seat id; every other seat that exists is AVAILABLE. */
  readonly owners: Readonly<Record<string, string>>;
  /** For each HELD seat the version of the hold that locked it; every other seat with an owner is BOOKED. */
  readonly held: Readonly<Record<string, number>>;
  /** The block that each BLOCKED seat stands under; absent for none. */
  readonly blocked?: Readonly<Record<string, string>>;
  /** What staff did to each seat: the acts, oldest first; absent for nothing. */
  readonly blockActs?: Readonly<Record<string, readonly StoredAct[]>>;
  /** The version of the plan since which a seat is what it is; absent for seats that are what they were at first. */
  readonly since?: Readonly<Record<string, number>>;
  /** The same as it was before a switch set the seat aside; absent for none. */
  readonly sinceBefore?: Readonly<Record<string, number>>;
  /** The switch that has set a seat aside, or has made it. */
  readonly switched?: Readonly<Record<string, string>>;
  /** The version of the plan by which a booking named the seat that it locked; only in shows with a drawn plan. */
  readonly lockedIn?: Readonly<Record<string, number>>;
  /** What each reader of the outbox got, in the order in which it came, by booking; absent where nobody reads. */
  readonly read?: Readonly<Record<string, Readonly<Record<string, readonly ReadEvent[]>>>>;
}

export const EMPTY_STORE: StoreState = { now: 0, bookings: {}, shows: {}, made: {}, owners: {}, held: {} };

/** The seats that the booking gave back while the rest of it stayed. */
export function returnedOf({ returned = [] }: Pick<StoredBooking, 'returned'>): readonly StoredReturn[] {
  return returned;
}

/** The seats that the booking was made for, in lock order. */
export function askedOf(booking: Pick<StoredBooking, 'seats' | 'returned'>): readonly string[] {
  return [...booking.seats, ...returnedOf(booking).map(({ seatId }) => seatId)].sort();
}

/** The same text for equal states, whatever order their parts were written in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** How a seat that exists stands. */
export function seatStatus({ owners, held, blocked }: SeatsAsTheyStand, seatId: string): SeatStatus {
  if (owners[seatId] === undefined) return isBlocked({ blocked }, seatId) ? 'BLOCKED' : 'AVAILABLE';
  return held[seatId] === undefined ? 'BOOKED' : 'HELD';
}

/** What tells the status of each seat. */
export type SeatsAsTheyStand = Pick<StoreState, 'owners' | 'held' | 'blocked'>;

export function isBlocked({ blocked }: Pick<StoreState, 'blocked'>, seatId: string): boolean {
  return blocked?.[seatId] !== undefined;
}

/** Whether the seat exists and belongs to the show. */
export function seatExists({ shows, made }: StoreState, showId: string, seatId: string): boolean {
  const place = placeNumberOf(seatId);
  const ofShow = seatId.startsWith(shows[showId]?.seatPrefix ?? '-');
  return ofShow && (made[showId] ?? []).some(([from, to]) => from <= place && place < to);
}

/** The store as if nobody had this seat; the same where it does not exist. */
export function withoutOwner(state: StoreState, { showId, seatId }: { showId: string; seatId: string }): StoreState {
  if (!seatExists(state, showId, seatId)) return state;
  return { ...state, owners: without(state.owners, seatId), held: without(state.held, seatId) };
}

/** A copy of the record without the key. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
