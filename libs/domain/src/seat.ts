import { Moves } from './moves';

/** HELD: kept while its buyer decides. BLOCKED: kept from sale by an admin. */
export const SEAT_STATUSES = ['AVAILABLE', 'HELD', 'BOOKED', 'BLOCKED'] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];

/** What may happen to a seat. BOOKED → AVAILABLE only by the booking whose id stands on the seat. */
export const SEAT_MOVES: Moves<SeatStatus> = {
  AVAILABLE: ['HELD', 'BOOKED', 'BLOCKED'],
  HELD: ['AVAILABLE', 'BOOKED'],
  BOOKED: ['AVAILABLE'],
  BLOCKED: ['AVAILABLE'],
};

/** A seat as the seat map shows it. */
export interface Seat {
  readonly id: string;
  /** Row name: A … Z, AA …; a string, since houses also name rows. */
  readonly rowNumber: string;
  /** Place in its row, from 1. */
  readonly seatNumber: number;
  readonly status: SeatStatus;
}

/** The name of a seat, without its state. */
export type SeatPlace = Omit<Seat, 'status'>;

/** Seats of a show by status. */
export type SeatCounts = Readonly<Record<SeatStatus, number>>;
