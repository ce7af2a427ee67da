import { ApiProperty } from '@nestjs/swagger';
import { User } from '@modex/api-accounts';
import { BookingSummaryResponse, SoldBooking, toBookingSummary } from '@modex/api-bookings';
import { PageResponse } from '@modex/api-core';
import { ShowDetailsResponse, ShowSales, toShowDetailsResponse } from '@modex/api-shows';
import { Layout, plainPlan } from '@modex/domain';

/** A show as its organiser sees it. */
export class AdminShowResponse extends ShowDetailsResponse {
  /** @example 35 */
  soldSeats: number;
  /** @example 0 */
  heldSeats: number;
  /** @example 0 */
  blockedSeats: number;
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
  /** How often it was edited; send it back with an edit. */
  version: number;
  /** What its plan is called now; null for a plain plan. */
  @ApiProperty({ type: String, nullable: true, example: 'Linden Theatre' })
  planName: string | null;
}

/** One page of shows, latest created first. */
export class AdminShowPageResponse extends PageResponse {
  items: AdminShowResponse[];
}

/** A row of a layout. */
export class LayoutRowResponse {
  /** @example "A" */
  rowNumber: string;
  /** @example 16 */
  seats: number;
}

/** The layout that a show would get. */
export class LayoutResponse {
  /** @example 120 */
  totalSeats: number;
  /** From the stage to the back. */
  rows: LayoutRowResponse[];
}

/** A customer, or an admin who acted for one. */
export class CustomerResponse {
  userId: string;
  /**
   * Empty for an anonymous guest, who can hold seats and not book them.
   * @example "Ada Lovelace"
   */
  name: string;
  /**
   * Empty for an anonymous guest, and for one who gave the box office none.
   * @example "ada@example.org"
   */
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
export class AdminBookingPageResponse extends PageResponse {
  items: AdminBookingResponse[];
}

/** @param planNames by the ids of the plans */
export function toAdminShowResponse(
  { show, seats }: ShowSales,
  planNames: ReadonlyMap<string, string>,
): AdminShowResponse {
  return {
    ...toShowDetailsResponse(show, seats),
    soldSeats: seats.BOOKED,
    heldSeats: seats.HELD,
    blockedSeats: seats.BLOCKED,
    createdAt: show.createdAt.toISOString(),
    version: show.version,
    planName: planNames.get(show.planId) ?? null,
  };
}

export function toLayoutResponse(layout: Layout): LayoutResponse {
  const rows = plainPlan(layout).sections.flatMap((section) => section.rows);
  return {
    totalSeats: layout.totalSeats,
    rows: rows.map(({ label, places }) => ({ rowNumber: label, seats: places.length })),
  };
}

export function toAdminBookingResponse({
  customer,
  bookedBy,
  ...sold
}: Omit<SoldBooking, 'staff'>): AdminBookingResponse {
  return { ...toBookingSummary(sold), customer: toCustomer(customer), bookedBy: toCustomer(bookedBy) };
}

export function toCustomer(user: User | undefined): CustomerResponse | null {
  return user === undefined ? null : customerOf(user);
}

export function customerOf({ id, name, email }: User): CustomerResponse {
  return { userId: id, name, email };
}
