/** What a proof of the booking protocol drives: the use cases and the port, without HTTP and without a database. */
export { BookingRepository } from './booking.repository';
export type { BookingIntent, OpenedBooking } from './booking.repository';
export { BookingService } from './booking.service';
export { BookingSweep } from './booking-sweep';
