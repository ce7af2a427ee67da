import { ApiProperty } from '@nestjs/swagger';
import { BookedShowResponse, FoundBookings, SoldBooking, toBookedShow } from '@modex/api-bookings';
import { PageResponse } from '@modex/api-core';
import { AdminBookingResponse, toAdminBookingResponse } from './admin.response';
import { TillResponse, toTillResponse } from './till.response';

/** A booking of any show as the organiser sees it. */
export class FoundBookingResponse extends AdminBookingResponse {
  show: BookedShowResponse;
  /** What was paid for it at the counter, and what is open; null where nothing is charged. */
  @ApiProperty({ type: TillResponse, nullable: true })
  till: TillResponse | null;
}

/** One page of the bookings that were found, latest first. */
export class FoundBookingPageResponse extends PageResponse {
  items: FoundBookingResponse[];
  /**
   * So many people fit, or may fit, that not all of them were looked at, and bookings may be missing. More of the name or
   * the e-mail finds them.
   */
  morePeople: boolean;
}

export function toFoundBookingResponse(sold: SoldBooking): FoundBookingResponse {
  return { ...toAdminBookingResponse(sold), show: toBookedShow(sold), till: toTillResponse(sold) };
}

export function toFoundBookingPage({ items, nextCursor, morePeople }: FoundBookings): FoundBookingPageResponse {
  return { items: items.map(toFoundBookingResponse), nextCursor, morePeople };
}
