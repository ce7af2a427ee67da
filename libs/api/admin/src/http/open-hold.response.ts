import { ApiProperty } from '@nestjs/swagger';
import { OpenHold } from '@modex/api-bookings';
import { PageResponse } from '@modex/api-core';
import { SeatPlaceResponse } from '@modex/api-seats';
import { CustomerResponse, toCustomer } from './admin.response';

/** A hold as staff see it. */
export class OpenHoldResponse {
  holdId: string;
  /** The seats that it keeps. */
  seats: SeatPlaceResponse[];
  /** Until when they are kept. */
  @ApiProperty({ type: String, format: 'date-time' })
  until: string;
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
  @ApiProperty({ type: CustomerResponse, nullable: true })
  customer: CustomerResponse | null;
}

/** One page of a show's holds, latest first. */
export class OpenHoldPageResponse extends PageResponse {
  items: OpenHoldResponse[];
}

export function toOpenHoldResponse({ hold, seats, customer }: OpenHold): OpenHoldResponse {
  const { id: holdId, leaseUntil, createdAt } = hold;
  const times = { until: leaseUntil.toISOString(), createdAt: createdAt.toISOString() };
  return { holdId, seats: [...seats], ...times, customer: toCustomer(customer) };
}
