import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '@modex/api-core';
import { SeatPlaceResponse } from '@modex/api-seats';
import {
  Booking,
  BOOKING_STATUSES,
  BookingStatus,
  isPaid,
  Payment,
  reasonOf,
  CHANGED_FIELDS,
  ChangedField,
  VISIBLE_SHOW_STATUSES,
  VisibleShowStatus,
} from '@modex/domain';
import { BookingDetails } from '../booking-list.service';
import { BookingPriceResponse, toBookingPriceResponse } from './booking-price.response';
import { PaymentResponse, toPaymentResponse } from './payment.response';

/** The answer to a booking. */
export class BookedResponse {
  /** @example "66f0c0ffee00112233445577" */
  bookingId: string;
  /**
   * What the customer names the booking by; opens it anywhere, together with the e-mail.
   * @example "7KQ8V25M"
   */
  code: string;
  /** CONFIRMED; a replay tells the booking's status of now. */
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus', example: 'CONFIRMED' })
  status: BookingStatus;
  /** @example "66f0c0ffee00112233445566" */
  showId: string;
  /** @example ["9f8e7d6c5b4a392800000011", "9f8e7d6c5b4a392800000012"] */
  seatIds: string[];
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
  /** What the seats cost; null: nothing. */
  @ApiProperty({ type: BookingPriceResponse, nullable: true })
  price: BookingPriceResponse | null;
  /** What is to be paid now, and how; null: nothing. */
  @ApiProperty({ type: PaymentResponse, nullable: true })
  payment: PaymentResponse | null;
}

/** A field of a show that was changed after a booking was made. */
export class ShowChangeResponse {
  /** When it was changed last. */
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  @ApiProperty({ enum: CHANGED_FIELDS, enumName: 'ChangedField', example: 'startTime' })
  field: ChangedField;
  /** What it was when the booking was made, as text; null for nothing. */
  @ApiProperty({ type: String, nullable: true, example: '2099-03-01T19:30:00.000Z' })
  from: string | null;
  /** What it is now, as text; null for nothing. */
  @ApiProperty({ type: String, nullable: true, example: '2099-03-02T19:30:00.000Z' })
  to: string | null;
}

/** The show of a booking. */
export class BookedShowResponse {
  /** @example "66f0c0ffee00112233445566" */
  id: string;
  /** @example "The Moon over Theatre Street" */
  title: string;
  /** When it starts. */
  @ApiProperty({ type: String, format: 'date-time', example: '2027-03-01T19:30:00.000Z' })
  startTime: string;
  /**
   * The venue's time zone, by its name in the IANA database.
   * @example "Europe/Berlin"
   */
  timeZone: string;
  /** How long it lasts, in minutes; null when the organiser did not say. */
  @ApiProperty({ type: Number, nullable: true, example: 150 })
  durationMinutes: number | null;
  @ApiProperty({ type: String, nullable: true })
  venue: string | null;
  @ApiProperty({ enum: VISIBLE_SHOW_STATUSES, enumName: 'ShowStatus' })
  status: VisibleShowStatus;
  /** It has begun, by the clock of the database. The visitor's clock does not count. */
  started: boolean;
  /** Why the show was cancelled; null for no reason, and while it is not cancelled. */
  @ApiProperty({ type: String, nullable: true, example: 'The singer is ill.' })
  cancelReason: string | null;
  /** What was changed since the booking was made, one entry a field; empty for nothing. */
  changes: ShowChangeResponse[];
}

/** A booking with its seats by name. */
export class BookingSummaryResponse {
  /** @example "66f0c0ffee00112233445577" */
  bookingId: string;
  /**
   * What the customer names the booking by; opens it anywhere, together with the e-mail.
   * @example "7KQ8V25M"
   */
  code: string;
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus' })
  status: BookingStatus;
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
  /** The seats that it has; of a cancelled booking those that it had at last. */
  seats: SeatPlaceResponse[];
  /** Seats that were given back before, while the rest of the booking stayed. */
  returnedSeats: SeatPlaceResponse[];
  /** Why an organiser cancelled it, or took seats from it; null for no reason. */
  @ApiProperty({ type: String, nullable: true, example: 'The singer is ill.' })
  reason: string | null;
  /** What the seats cost that it was made for; null: nothing. */
  @ApiProperty({ type: BookingPriceResponse, nullable: true })
  price: BookingPriceResponse | null;
  /** What is to be paid for it now, and how; null: nothing, also where it is not confirmed. */
  @ApiProperty({ type: PaymentResponse, nullable: true })
  payment: PaymentResponse | null;
}

/** A booking as its customer sees it. */
export class BookingResponse extends BookingSummaryResponse {
  /**
   * The name that the booking was made for.
   * @example "Ada Lovelace"
   */
  customerName: string;
  show: BookedShowResponse;
  /** Its customer can give it back now: confirmed, not paid, and the show still lets customers. */
  cancellable: boolean;
}

/** One page of bookings, latest first. */
export class BookingPageResponse extends PageResponse {
  items: BookingResponse[];
}

export function toBookedResponse(booking: Booking, payment: Payment | undefined): BookedResponse {
  const { id, code, status, showId, seats, createdAt } = booking;
  const cost = { price: toBookingPriceResponse(booking.price), payment: toPaymentResponse(payment) };
  return { bookingId: id, code, status, showId, seatIds: [...seats], createdAt: createdAt.toISOString(), ...cost };
}

export function toBookingSummary(
  details: Pick<BookingDetails, 'booking' | 'seats' | 'returnedSeats' | 'payment'>,
): BookingSummaryResponse {
  const { booking, seats, returnedSeats } = details;
  const { id, code, status, createdAt } = booking;
  const reason = reasonOf(booking) ?? null;
  const named = { seats: [...seats], returnedSeats: [...returnedSeats] };
  const cost = { price: toBookingPriceResponse(booking.price), payment: toPaymentResponse(details.payment) };
  return { bookingId: id, code, status, createdAt: createdAt.toISOString(), ...named, reason, ...cost };
}

export function toBookingResponse(details: BookingDetails): BookingResponse {
  const { booking, show, customer } = details;
  return {
    ...toBookingSummary(details),
    customerName: customer?.name ?? '',
    show: toBookedShow(details),
    cancellable: booking.status === 'CONFIRMED' && show.returnable && !isPaid(booking),
  };
}

export function toBookedShow({ show, changes }: Pick<BookingDetails, 'show' | 'changes'>): BookedShowResponse {
  const { id, title, timeZone, durationMinutes, started, venue, cancelReason } = show;
  const [startTime, status] = [show.startTime.toISOString(), show.status as VisibleShowStatus];
  const told = changes.map(({ at, field, from, to }) => ({ at: at.toISOString(), field, from, to }));
  return { id, title, startTime, timeZone, durationMinutes, started, venue, status, cancelReason, changes: told };
}
