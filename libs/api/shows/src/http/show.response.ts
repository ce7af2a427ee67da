import { ApiProperty } from '@nestjs/swagger';
import { SeatCounts, Show, VISIBLE_SHOW_STATUSES, VisibleShowStatus } from '@modex/domain';

/** A show as visitors see it. */
export class ShowResponse {
  /** @example "66f0c0ffee00112233445566" */
  id: string;
  /** @example "The Moon over Theatre Street" */
  title: string;
  /** When it starts. */
  @ApiProperty({ type: String, format: 'date-time', example: '2027-03-01T19:30:00.000Z' })
  startTime: string;
  @ApiProperty({ type: String, nullable: true, example: 'Great Hall' })
  venue: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'A comedy in three acts.' })
  description: string | null;
  @ApiProperty({ enum: VISIBLE_SHOW_STATUSES, enumName: 'ShowStatus' })
  status: VisibleShowStatus;
  /** Seats can be booked now: on sale and not started. */
  bookable: boolean;
  /** @example 96 */
  totalSeats: number;
  /**
   * Free seats, at most a second old.
   * @example 61
   */
  freeSeats: number;
}

/** One page of shows, soonest first. */
export class ShowPageResponse {
  items: ShowResponse[];
  /** Pass it as `cursor` for the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export function toShowResponse(show: Show, counts: SeatCounts | undefined): ShowResponse {
  return {
    id: show.id,
    title: show.title,
    startTime: show.startTime.toISOString(),
    venue: show.venue,
    description: show.description,
    status: show.status as VisibleShowStatus,
    bookable: show.bookable,
    totalSeats: show.totalSeats,
    freeSeats: counts?.AVAILABLE ?? 0,
  };
}
