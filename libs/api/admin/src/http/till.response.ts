import { ApiProperty } from '@nestjs/swagger';
import { User } from '@modex/api-accounts';
import { SoldBooking, TakenSum } from '@modex/api-bookings';
import { balanceOf, MEANS, Means } from '@modex/domain';
import { CustomerResponse, toCustomer } from './admin.response';

/** Money that changed hands at the counter. */
export class ReceiptResponse {
  /**
   * The name that its sender gave it.
   * @example "0b9cb8cc-6f5e-4a1e-9b9c-0c5f4d2a7f11"
   */
  receiptId: string;
  /**
   * In minor units; below zero: given back.
   * @example 9000
   */
  amount: number;
  /** How it changed hands; `free`: the venue gave the seats away. */
  @ApiProperty({ enum: MEANS, enumName: 'Means' })
  means: Means;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  /** Who took it or gave it; null for somebody who is no longer known. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  by: CustomerResponse | null;
}

/** How a booking stands. All amounts are in minor units. */
export class TillResponse {
  /**
   * ISO 4217.
   * @example "EUR"
   */
  currency: string;
  /**
   * What its seats cost, with all fees; 0 once it is cancelled.
   * @example 9000
   */
  worth: number;
  /**
   * What was paid, less what was given back.
   * @example 4500
   */
  paid: number;
  /**
   * What is to be paid; below zero: to be given back.
   * @example 4500
   */
  open: number;
  /** The first one first. */
  receipts: ReceiptResponse[];
}

/** What one person took in one way. */
export class TakenSumResponse {
  /** Who took it; null for somebody who is no longer known. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  by: CustomerResponse | null;
  /** How it changed hands. */
  @ApiProperty({ enum: MEANS, enumName: 'Means' })
  means: Means;
  /**
   * ISO 4217.
   * @example "EUR"
   */
  currency: string;
  /**
   * In minor units; what was given back is taken off.
   * @example 184500
   */
  amount: number;
  /**
   * How many receipts that were.
   * @example 41
   */
  count: number;
}

/** What the counters took. */
export class CashUpResponse {
  /** By person, means and currency. */
  sums: TakenSumResponse[];
}

export function toTillResponse({ booking, staff }: SoldBooking): TillResponse | null {
  const balance = balanceOf(booking);
  if (balance === undefined) return null;
  const receipts = (booking.till?.receipts ?? []).map(({ id, amount, means, at, by }) => ({
    ...{ receiptId: id, amount, means, at: at.toISOString(), by: toCustomer(staff.get(by)) },
  }));
  return { ...balance, receipts };
}

export function toCashUpResponse(sums: readonly TakenSum[], staff: ReadonlyMap<string, User>): CashUpResponse {
  return { sums: sums.map(({ by, ...sum }) => ({ by: toCustomer(staff.get(by)), ...sum })) };
}
