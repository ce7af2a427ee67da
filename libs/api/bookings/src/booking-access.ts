import { Caller } from '@modex/api-accounts';
import { unknownThing } from '@modex/api-core';
import { Booking } from '@modex/domain';

/**
 * The booking, when the caller may see it: its customer or an admin.
 * @throws DomainError `unknown-booking`, the same for a missing one and another customer's
 */
export function visibleTo(caller: Caller, booking: Booking | undefined): Booking {
  if (booking === undefined || (booking.userId !== caller.userId && caller.role !== 'ADMIN')) {
    throw unknownThing('unknown-booking');
  }
  return booking;
}
