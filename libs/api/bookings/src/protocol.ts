/** What the proof of the booking protocol uses: the use cases and the port, without HTTP and without a database. */
export { BookingCancelService } from './booking-cancel.service';
export { BookingChecks } from './booking-checks';
export { BookingConfirmation } from './booking-confirmation';
export { BookingIntake } from './booking-intake';
export { BookingLimit } from './booking-limit';
export { BookingRepository } from './booking.repository';
export type {
  BookingAsOf,
  BookingIntent,
  BookingRef,
  Cancellation,
  OpenedBooking,
  SweepLooks,
} from './booking.repository';
export { BookingLocks } from './booking-locks';
export { BestHoldService } from './holds/best-hold.service';
export { ChosenSeats } from './holds/chosen-seats';
export { BookingService } from './booking.service';
export { BookingSettling } from './booking-settling';
export { BookingSweep } from './booking-sweep';
export { HoldChangeService } from './holds/hold-change.service';
export { HoldConfirmation } from './holds/hold-confirmation';
export { HoldEndService } from './holds/hold-end.service';
export { HoldRepository } from './holds/hold.repository';
export type { HoldTerms, HoldTimes, NewHoldChange, SeenHold } from './holds/hold.repository';
export { HoldService } from './holds/hold.service';
export { HoldTaking } from './holds/hold-taking';
export { OpenBookings } from './holds/open-bookings';
export { TicketRepository } from './tickets/ticket.repository';
export type { NewEntry, TicketChange } from './tickets/ticket.repository';
export { TicketService } from './tickets/ticket.service';
export { ShowCancelService } from './show-cancel.service';
export { ShowCancelSweep } from './show-cancel-sweep';
export { BookingEventsRepository } from './outbox/booking-events.repository';
export type { UnreadEvents } from './outbox/booking-events.repository';
export { BookingOutbox } from './outbox/booking-outbox';
export type { BookingEventReader, NewBookingEvent } from './outbox/booking-outbox';
