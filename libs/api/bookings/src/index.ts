export { BookingListService } from './booking-list.service';
export type { SoldBooking } from './booking-list.service';
export { BookingRepository } from './booking.repository';
export type { BookingClaim } from './booking.repository';
export { BookingService } from './booking.service';
export { BookingsModule } from './bookings.module';
export { BookingSummaryResponse, toBookingSummary } from './http/booking.response';
