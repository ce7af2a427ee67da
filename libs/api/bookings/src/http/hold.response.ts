import { ApiProperty } from '@nestjs/swagger';
import { SeatPlaceResponse } from '@modex/api-seats';
import {
  BOOKING_STATUSES,
  BookingStatus,
  isTogether,
  laidOutPlanOf,
  PAYMENT_KINDS,
  PaymentKind,
  placeNumberOf,
  seatingOf,
  seatsByName,
} from '@modex/domain';
import { HoldDetails } from '../holds/customer-holds';
import { Payments } from '../payments/payments';

/** A hold as its customer sees it. */
export class HoldResponse {
  /** @example "66f0c0ffee00112233445577" */
  holdId: string;
  /** @example "66f0c0ffee00112233445566" */
  showId: string;
  /** HELD while the seats are kept. */
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus', example: 'HELD' })
  status: BookingStatus;
  /** The seats that it has. */
  seats: SeatPlaceResponse[];
  /** Whether they are side by side in one row. */
  together: boolean;
  /** Until when they are kept, by the clock of the database. */
  @ApiProperty({ type: String, format: 'date-time' })
  until: string;
  /**
   * For how many seconds they are kept from now on, since a visitor's clock may be wrong; 0 once they are not.
   * @example 600
   */
  secondsLeft: number;
  /**
   * For how many seconds they can be kept at most from now on, with all extensions.
   * @example 1800
   */
  secondsAtMost: number;
  /** How a booking of these seats would be paid; null where the show is free of charge. */
  @ApiProperty({ enum: PAYMENT_KINDS, enumName: 'PaymentKind', nullable: true, example: 'at-the-box-office' })
  paymentKind: PaymentKind | null;
}

/** Your open hold of a show, if there is one. */
export class OpenHoldResponse {
  /** null without one. */
  @ApiProperty({ type: HoldResponse, nullable: true })
  hold: HoldResponse | null;
}

export function toHoldResponse(
  { hold, show, asOf, latestEnd }: HoldDetails,
  payments: Pick<Payments, 'kind'>,
): HoldResponse {
  const { id, showId, status, leaseUntil } = hold;
  const secondsTo = (end: Date): number =>
    status === 'HELD' ? Math.max(0, Math.floor((end.getTime() - asOf.getTime()) / 1_000)) : 0;
  return {
    ...{ holdId: id, showId, status },
    seats: [...seatsByName(hold, show).seats],
    together: isTogether(seatingOf(laidOutPlanOf(show)), hold.seats.map(placeNumberOf)),
    until: leaseUntil.toISOString(),
    secondsLeft: secondsTo(leaseUntil),
    secondsAtMost: secondsTo(latestEnd),
    paymentKind: show.prices === null ? null : payments.kind,
  };
}
