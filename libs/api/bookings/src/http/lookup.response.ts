import { FoundBooking } from '../booking-lookup.service';
import { BookingResponse, toBookingResponse } from './booking.response';

/** A booking that was found by its code and e-mail. */
export class LookupResponse {
  booking: BookingResponse;
  /**
   * Opens this one booking for an hour, as the header `Booking-Access`: to see it, to cancel it, for its calendar file.
   * @example "66f0c0ffee00112233445566.1798761600000.k3JQ2v7w0n5V1m8c9yXz4b6a2d0f8h1j3l5n7p9r0t2"
   */
  access: string;
}

export function toLookupResponse({ details, access }: FoundBooking): LookupResponse {
  return { booking: toBookingResponse(details), access };
}
