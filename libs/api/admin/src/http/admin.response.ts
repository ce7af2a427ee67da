import { ApiProperty } from '@nestjs/swagger';
import { User } from '@modex/api-accounts';
import { BookingSummaryResponse, SoldBooking, toBookingSummary } from '@modex/api-bookings';
import { ShowResponse, toShowResponse } from '@modex/api-shows';
import { Layout, rowsOf } from '@modex/domain';
import { ShowSales } from '../admin.service';

/** A show as its organiser sees it. */
export class AdminShowResponse extends ShowResponse {
  /** @example 35 */
  soldSeats: number;
  /** @example 0 */
  heldSeats: number;
  /** @example 0 */
  blockedSeats: number;
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
}

/** One page of shows, latest created first. */
export class AdminShowPageResponse {
  items: AdminShowResponse[];
  /** Pass it as `cursor` for the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

/** A row of a house. */
export class LayoutRowResponse {
  /** @example "A" */
  rowNumber: string;
  /** @example 16 */
  seats: number;
}

/** The house that a show would get. */
export class LayoutResponse {
  /** @example 120 */
  totalSeats: number;
  /** From the stage to the back. */
  rows: LayoutRowResponse[];
}

/** A customer, or an admin who acted for one. */
export class CustomerResponse {
  userId: string;
  /** @example "Ada Lovelace" */
  name: string;
  /** @example "ada@example.org" */
  email: string;
}

/** A booking as the organiser sees it. */
export class AdminBookingResponse extends BookingSummaryResponse {
  @ApiProperty({ type: CustomerResponse, nullable: true })
  customer: CustomerResponse | null;
  /** The admin who booked for the customer; null when the customer did. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  bookedBy: CustomerResponse | null;
}

/** One page of a show's bookings, latest first. */
export class AdminBookingPageResponse {
  items: AdminBookingResponse[];
  /** Pass it as `cursor` for the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export function toAdminShowResponse({ show, seats }: ShowSales): AdminShowResponse {
  return {
    ...toShowResponse(show, seats),
    soldSeats: seats.BOOKED,
    heldSeats: seats.HELD,
    blockedSeats: seats.BLOCKED,
    createdAt: show.createdAt.toISOString(),
  };
}

export function toLayoutResponse(layout: Layout): LayoutResponse {
  return { totalSeats: layout.totalSeats, rows: [...rowsOf(layout)] };
}

export function toAdminBookingResponse({ customer, bookedBy, ...sold }: SoldBooking): AdminBookingResponse {
  return { ...toBookingSummary(sold), customer: toCustomer(customer), bookedBy: toCustomer(bookedBy) };
}

export function toCustomer(user: User | undefined): CustomerResponse | null {
  return user === undefined ? null : { userId: user.id, name: user.name, email: user.email };
}
