import { ApiProperty } from '@nestjs/swagger';
import { User } from '@modex/api-accounts';
import { Activity, Snapshot } from '@modex/api-activity';
import { mapPage, Page, PageResponse } from '@modex/api-core';
import { BOOKING_STATUSES, BookingStatus } from '@modex/domain';
import { CustomerResponse, toCustomer } from './admin.response';

/** What staff may do to bookings of others. */
const ACTIVITIES = ['booking.make', 'booking.cancel'] as const;

/** What a booking was like. */
export class BookingSnapshotResponse {
  @ApiProperty({ enum: BOOKING_STATUSES, enumName: 'BookingStatus' })
  status: BookingStatus;
  /**
   * Names of the seats that it had, as they were sold.
   * @example ["Row A, seat 1"]
   */
  seatNames: string[];
}

/** Something that staff did to a booking. */
export class ActivityResponse {
  id: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  /** Who did; null when no longer known. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  by: CustomerResponse | null;
  /** `booking.make`: booked for a customer. `booking.cancel`: gave back seats of a customer, or all. */
  @ApiProperty({ enum: ACTIVITIES, enumName: 'ActivityAction' })
  action: (typeof ACTIVITIES)[number];
  bookingId: string;
  /** What the booking was before; null where it was made. */
  @ApiProperty({ type: BookingSnapshotResponse, nullable: true })
  before: BookingSnapshotResponse | null;
  /** What the booking was afterwards. */
  after: BookingSnapshotResponse;
  /** Why, in the words of whoever did. */
  @ApiProperty({ type: String, nullable: true, example: 'The balcony is closed.' })
  reason: string | null;
}

/** One page of the activity log, latest first. */
export class ActivityPageResponse extends PageResponse {
  items: ActivityResponse[];
}

export function toActivityPage(page: Page<Activity>, people: ReadonlyMap<string, User>): ActivityPageResponse {
  return mapPage(page, ({ id, at, by, action, of, before, after, reason = null }) => ({
    ...{ id, at: at.toISOString(), by: toCustomer(people.get(by)), bookingId: of.id, reason },
    action: action as ActivityResponse['action'],
    before: before && toSnapshot(before),
    after: toSnapshot(after),
  }));
}

function toSnapshot({ status, seats }: Snapshot): BookingSnapshotResponse {
  return { status: status as BookingStatus, seatNames: [...(seats as readonly string[])] };
}
