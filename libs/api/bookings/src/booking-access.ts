import { Caller } from '@modex/api-accounts';
import { Settings, unknownThing } from '@modex/api-core';
import { Booking, can, LIMITS } from '@modex/domain';
import { BookingRepository } from './booking.repository';

/**
 * The booking, when the caller may see it: its customer or staff.
 * @throws DomainError `unknown-booking`, the same for a missing one and another customer's
 */
export async function findVisible(bookings: BookingRepository, bookingId: string, caller: Caller): Promise<Booking> {
  const { userId } = caller;
  const found = can(caller, 'booking.read') ? bookings.findById(bookingId) : bookings.find({ id: bookingId, userId });
  const booking = await found;
  if (booking === undefined) throw unknownThing('unknown-booking');
  return booking;
}

/** How many seats one booking of this caller may have: staff also book for groups. */
export function mostSeatsOf(caller: Caller, { maxSeatsPerBooking }: Settings): number {
  return can(caller, 'booking.make') ? Math.max(LIMITS.seatsPerGroup, maxSeatsPerBooking) : maxSeatsPerBooking;
}
