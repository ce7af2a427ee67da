/** What a proof of the booking protocol drives: the use cases and the port, without HTTP and without a database. */
export { BookingCancelService } from './booking-cancel.service';
export { BookingChecks } from './booking-checks';
export { BookingConfirmation } from './booking-confirmation';
export { BookingRepository } from './booking.repository';
export type { BookingIntent, BookingRef, Cancellation, OpenedBooking } from './booking.repository';
export { BookingLocks } from './booking-locks';
export { BookingService } from './booking.service';
export { BookingSettling } from './booking-settling';
export { BookingSweep } from './booking-sweep';
export { ShowCancelService } from './show-cancel.service';
export { ShowCancelSweep } from './show-cancel-sweep';
export { BookingEventsRepository } from './outbox/booking-events.repository';
export type { UnreadEvents } from './outbox/booking-events.repository';
export { BookingOutbox } from './outbox/booking-outbox';
export type { BookingEventReader, NewBookingEvent } from './outbox/booking-outbox';
