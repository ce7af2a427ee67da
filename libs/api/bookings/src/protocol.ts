/** What a proof of the booking protocol drives: the use cases and the port, without HTTP and without a database. */
export { replay } from './booking-replay';
export type { BookingOutcome } from './booking-replay';
export { BookingRepository } from './booking.repository';
export type { BookingIntent, OpenedBooking } from './booking.repository';
export { BookingService } from './booking.service';
export type { BookCommand } from './booking.service';
export { BookingSweep } from './booking-sweep';
