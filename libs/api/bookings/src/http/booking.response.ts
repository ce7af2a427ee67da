import { ApiProperty } from '@nestjs/swagger';
import { SeatPlaceResponse } from '@modex/api-seats';
import {
  Booking,
  BOOKING_STATUSES,
  BookingStatus,
  Show,
  VISIBLE_SHOW_STATUSES,
  VisibleShowStatus,
} from '@modex/domain';
import { BookingDetails } from '../booking-list.service';

/** The answer to a booking. */
export class BookedResponse {
  /** @example "66f0c0ffee00112233445577" */
  bookingId: string;
  /** CONFIRMED; a replay tells the booking's status of now. */
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus', example: 'CONFIRMED' })
  status: BookingStatus;
  /** @example "66f0c0ffee00112233445566" */
  showId: string;
  /** @example ["9f8e7d6c5b4a392800000011", "9f8e7d6c5b4a392800000012"] */
  seatIds: string[];
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
}

/** The show of a booking. */
export class BookedShowResponse {
  /** @example "66f0c0ffee00112233445566" */
  id: string;
  /** @example "The Moon over Theatre Street" */
  title: string;
  @ApiProperty({ type: String, format: 'date-time' })
  startTime: string;
  @ApiProperty({ type: String, nullable: true })
  venue: string | null;
  @ApiProperty({ enum: VISIBLE_SHOW_STATUSES, enumName: 'ShowStatus' })
  status: VisibleShowStatus;
}

/** A booking with its seats by name. */
export class BookingSummaryResponse {
  /** @example "66f0c0ffee00112233445577" */
  bookingId: string;
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus' })
  status: BookingStatus;
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
  seats: SeatPlaceResponse[];
}

/** A booking as its customer sees it. */
export class BookingResponse extends BookingSummaryResponse {
  show: BookedShowResponse;
  /** It can be cancelled now: confirmed, and the show has not started. */
  cancellable: boolean;
}

/** One page of bookings, latest first. */
export class BookingPageResponse {
  items: BookingResponse[];
  /** Pass it as `cursor` for the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export function toBookedResponse({ id, status, showId, seats, createdAt }: Booking): BookedResponse {
  return { bookingId: id, status, showId, seatIds: [...seats], createdAt: createdAt.toISOString() };
}

export function toBookingSummary({ booking, seats }: Omit<BookingDetails, 'show'>): BookingSummaryResponse {
  const { id, status, createdAt } = booking;
  return { bookingId: id, status, createdAt: createdAt.toISOString(), seats: [...seats] };
}

export function toBookingResponse({ booking, show, seats }: BookingDetails): BookingResponse {
  const cancellable = booking.status === 'CONFIRMED' && show.bookable;
  return { ...toBookingSummary({ booking, seats }), show: toBookedShow(show), cancellable };
}

function toBookedShow({ id, title, startTime, venue, status }: Show): BookedShowResponse {
  return { id, title, startTime: startTime.toISOString(), venue, status: status as VisibleShowStatus };
}
