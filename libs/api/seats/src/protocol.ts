/** What a proof of the booking protocol drives: the port of the seats, without HTTP and without a database. */
export { SeatRepository } from './seat.repository';
export type { LockOutcome, SeatLock, SeatRelease, SeatsOfBooking } from './seat.repository';
