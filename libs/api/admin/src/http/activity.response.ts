import { ApiProperty } from '@nestjs/swagger';
import { User } from '@modex/api-accounts';
import { Activity, ActivityAction, Snapshot } from '@modex/api-activity';
import { mapPage, Page, PageResponse } from '@modex/api-core';
import { BLOCK_REASONS, BlockReason, BOOKING_STATUSES, BookingStatus, SEAT_STATUSES, SeatStatus } from '@modex/domain';
import { CustomerResponse, toCustomer } from './admin.response';

/** What staff may do to bookings of others, to plans, to seats, and to what is said of the organiser. */
const ACTIVITIES = [
  'booking.make',
  'booking.cancel',
  'plan.create',
  'plan.publish',
  'plan.archive',
  'plan.delete',
  'seat.block',
  'organiser.manage',
] as const satisfies readonly ActivityAction[];

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

/** What a plan was like. */
export class PlanSnapshotResponse {
  /** @example "Great hall" */
  name: string;
  /** The version that was published last; 0: none. */
  version: number;
  /** Whether it was put away. */
  archived: boolean;
}

/** Seats of a show as they were left. */
export class SeatsSnapshotResponse {
  @ApiProperty({ enum: SEAT_STATUSES, enumName: 'SeatStatus' })
  status: SeatStatus;
  /**
   * Their names.
   * @example ["Row A, seat 1"]
   */
  seatNames: string[];
  /** Why they are blocked; null where they were released. */
  @ApiProperty({ enum: BLOCK_REASONS, enumName: 'BlockReason', nullable: true })
  blockReason: BlockReason | null;
}

/** What was said of the organiser; an empty text for nothing. */
export class OrganiserSnapshotResponse {
  /** @example "Theatre Street Players" */
  name: string;
  /** In lines. */
  address: string;
  email: string;
  /** The link to the imprint. */
  imprintUrl: string;
  /** The link to the page about privacy. */
  privacyUrl: string;
  /** The link to the terms. */
  termsUrl: string;
}

/** Something that staff did to a booking, a plan, seats of a show, or what is said of the organiser. */
export class ActivityResponse {
  id: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at: string;
  /** Who did; null when no longer known. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  by: CustomerResponse | null;
  /** `booking.make`: booked for a customer. `booking.cancel`: gave back seats of a customer, or all. `plan.archive`: put a plan away, or took it back. `seat.block`: blocked seats, or released them. */
  @ApiProperty({ enum: ACTIVITIES, enumName: 'ActivityAction' })
  action: (typeof ACTIVITIES)[number];
  /** The booking; null where it was something else. */
  @ApiProperty({ type: String, nullable: true })
  bookingId: string | null;
  /** The plan; null where it was something else. */
  @ApiProperty({ type: String, nullable: true })
  planId: string | null;
  /** The show whose seats it was; null where it was something else. */
  @ApiProperty({ type: String, nullable: true })
  showId: string | null;
  /** What the booking was before; null where it was made, and for all else. */
  @ApiProperty({ type: BookingSnapshotResponse, nullable: true })
  before: BookingSnapshotResponse | null;
  /** What the booking was afterwards; null for all else. */
  @ApiProperty({ type: BookingSnapshotResponse, nullable: true })
  after: BookingSnapshotResponse | null;
  /** What the plan was afterwards; null for all else. */
  @ApiProperty({ type: PlanSnapshotResponse, nullable: true })
  plan: PlanSnapshotResponse | null;
  /** What the seats were afterwards; null for all else. */
  @ApiProperty({ type: SeatsSnapshotResponse, nullable: true })
  seats: SeatsSnapshotResponse | null;
  /** What was said of the organiser afterwards; null for all else. */
  @ApiProperty({ type: OrganiserSnapshotResponse, nullable: true })
  organiser: OrganiserSnapshotResponse | null;
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
    ...{ id, at: at.toISOString(), by: toCustomer(people.get(by)), reason },
    action: action as ActivityResponse['action'],
    bookingId: of.kind === 'booking' ? of.id : null,
    planId: of.kind === 'plan' ? of.id : null,
    showId: of.kind === 'show' ? of.id : null,
    before: of.kind === 'booking' ? before && toSnapshot(before) : null,
    after: of.kind === 'booking' ? toSnapshot(after) : null,
    plan: of.kind === 'plan' ? toPlan(after) : null,
    seats: of.kind === 'show' ? toSeats(after) : null,
    organiser: of.kind === 'organiser' ? toOrganiser(after) : null,
  }));
}

function toPlan({ name, version, archived }: Snapshot): PlanSnapshotResponse {
  return { name: String(name), version: Number(version), archived: archived === 'yes' };
}

function toSnapshot({ status, seats }: Snapshot): BookingSnapshotResponse {
  return { status: status as BookingStatus, seatNames: [...(seats as readonly string[])] };
}

function toOrganiser(after: Snapshot): OrganiserSnapshotResponse {
  const said = (field: keyof OrganiserSnapshotResponse): string => String(after[field] ?? '');
  const links = { imprintUrl: said('imprintUrl'), privacyUrl: said('privacyUrl'), termsUrl: said('termsUrl') };
  return { name: said('name'), address: said('address'), email: said('email'), ...links };
}

function toSeats({ status, seats, reason }: Snapshot): SeatsSnapshotResponse {
  return {
    status: status as SeatStatus,
    seatNames: [...(seats as readonly string[])],
    blockReason: (reason as BlockReason | undefined) ?? null,
  };
}
