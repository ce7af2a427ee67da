import { PlannedSeat } from './plan/planned-seat';

/** HELD: kept while its customer decides. BLOCKED: kept from sale by an admin. */
export const SEAT_STATUSES = ['AVAILABLE', 'HELD', 'BOOKED', 'BLOCKED'] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];

/**
 * Who moves a seat: any booking under way, only the booking whose id the seat carries, or staff.
 */
export type SeatMover = 'any-booking' | 'its-booking' | 'staff';

/** What may happen to a seat, and by whom; the filter of each write on seats is made of it. */
export const SEAT_MOVES: Readonly<Record<SeatStatus, Readonly<Partial<Record<SeatStatus, SeatMover>>>>> = {
  AVAILABLE: { HELD: 'any-booking', BOOKED: 'any-booking', BLOCKED: 'staff' },
  HELD: { AVAILABLE: 'its-booking', BOOKED: 'its-booking' },
  BOOKED: { AVAILABLE: 'its-booking' },
  BLOCKED: { AVAILABLE: 'staff' },
};

/** The statuses from which this mover may make a seat `to`: the `from` part of a conditional write. */
export function seatStatusesBefore(to: SeatStatus, mover: SeatMover): readonly SeatStatus[] {
  return SEAT_STATUSES.filter((from) => SEAT_MOVES[from][to] === mover);
}

/** A seat as the seat map shows it. */
export interface Seat extends PlannedSeat {
  readonly status: SeatStatus;
}

/** Seats of a show by status. */
export type SeatCounts = Readonly<Record<SeatStatus, number>>;
