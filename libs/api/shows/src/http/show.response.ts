import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '@modex/api-core';
import {
  LIMITS,
  SalePhase,
  SALE_PHASES,
  SeatCounts,
  Show,
  VISIBLE_SHOW_STATUSES,
  VisibleShowStatus,
} from '@modex/domain';
import { ShowPricesResponse, toShowPricesResponse } from './show-prices.response';

/** A show as visitors see it. */
export class ShowResponse {
  /** @example "66f0c0ffee00112233445566" */
  id: string;
  /** @example "The Moon over Theatre Street" */
  title: string;
  /** When it starts. */
  @ApiProperty({ type: String, format: 'date-time', example: '2027-03-01T19:30:00.000Z' })
  startTime: string;
  /**
   * The venue's time zone, by its name in the IANA database. Write the start in it, whoever reads.
   * @example "Europe/Berlin"
   */
  timeZone: string;
  /** How long it lasts, in minutes; null when the organiser did not say. */
  @ApiProperty({ type: Number, nullable: true, example: 150 })
  durationMinutes: number | null;
  @ApiProperty({ type: String, nullable: true, example: 'Great Hall' })
  venue: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'A comedy in three acts.' })
  description: string | null;
  @ApiProperty({ enum: VISIBLE_SHOW_STATUSES, enumName: 'ShowStatus' })
  status: VisibleShowStatus;
  /** Why it was cancelled, in the organiser's words; null for none, and while it is not cancelled. */
  @ApiProperty({ type: String, nullable: true, example: 'The singer is ill.' })
  cancelReason: string | null;
  /** Customers can book seats now: on sale, not started, and within the window of its sale. */
  bookable: boolean;
  /** When its sale opens; null: as soon as it is on sale. Write it in the venue's time zone. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2027-01-04T09:00:00.000Z' })
  saleOpensAt: string | null;
  /** When its sale closes; null: when it starts. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2027-03-01T18:00:00.000Z' })
  saleClosesAt: string | null;
  /** Where that window stands by the server's clock, whatever the status of the show. */
  @ApiProperty({ enum: SALE_PHASES, enumName: 'SalePhase' })
  salePhase: SalePhase;
  /** It has begun, or is over, by the server's clock. */
  started: boolean;
  /**
   * The plan that it is put on in, whose layout draws its seat map. A show of which only the size was said has a plain plan.
   * @example "plain-96-12"
   */
  planId: string;
  /**
   * Which version of the plan.
   * @example 1
   */
  planVersion: number;
  /** @example 96 */
  totalSeats: number;
  /**
   * Places in each row of its plain plan; the last row may have fewer.
   * @example 12
   */
  seatsPerRow: number;
  /**
   * How the ids of its seats begin; the number of the place in the plan, in 8 hex digits, follows.
   * @example "66f0c0ffee001122"
   */
  seatPrefix: string;
  /**
   * Free seats, at most two seconds old.
   * @example 61
   */
  freeSeats: number;
  /** How many seats one customer may have; null: as many as there are. */
  @ApiProperty({ type: Number, nullable: true, minimum: 1, maximum: LIMITS.limitPerCustomer, example: 8 })
  limitPerCustomer: number | null;
  /** Chosen seats may not leave a single free seat beside them where others would not. */
  noLoneSeat: boolean;
  /** Until how many hours before the start customers may give seats back; null: never, the box office does. */
  @ApiProperty({ type: Number, nullable: true, minimum: 0, maximum: LIMITS.giveBackHours, example: 24 })
  giveBackHours: number | null;
  /** What its seats cost; null: nothing. */
  @ApiProperty({ type: ShowPricesResponse, nullable: true })
  prices: ShowPricesResponse | null;
}

/** A show with all that visitors should read before they come. */
export class ShowDetailsResponse extends ShowResponse {
  /** What visitors must keep to, may have several lines; null for nothing. */
  @ApiProperty({ type: String, nullable: true, example: 'No admission once the play has begun.' })
  houseRules: string | null;
  /** How to get to the venue, may have several lines; null where nobody said. */
  @ApiProperty({ type: String, nullable: true, example: 'Tram 12 to Theatre Street.' })
  gettingThere: string | null;
}

/** One page of shows, soonest first. */
export class ShowPageResponse extends PageResponse {
  items: ShowResponse[];
}

export function toShowDetailsResponse(show: Show, counts: SeatCounts): ShowDetailsResponse {
  const { houseRules, gettingThere } = show;
  return { ...toShowResponse(show, counts), houseRules, gettingThere };
}

export function toShowResponse(show: Show, counts: SeatCounts | undefined): ShowResponse {
  return {
    id: show.id,
    title: show.title,
    startTime: show.startTime.toISOString(),
    timeZone: show.timeZone,
    durationMinutes: show.durationMinutes,
    venue: show.venue,
    description: show.description,
    status: show.status as VisibleShowStatus,
    cancelReason: show.cancelReason,
    bookable: show.bookable,
    saleOpensAt: show.saleOpensAt?.toISOString() ?? null,
    saleClosesAt: show.saleClosesAt?.toISOString() ?? null,
    salePhase: show.salePhase,
    started: show.started,
    planId: show.planId,
    planVersion: show.planVersion,
    totalSeats: show.totalSeats,
    seatsPerRow: show.seatsPerRow,
    seatPrefix: show.seatPrefix,
    freeSeats: counts?.AVAILABLE ?? 0,
    limitPerCustomer: show.limitPerCustomer,
    noLoneSeat: show.noLoneSeat,
    giveBackHours: show.giveBackHours,
    prices: toShowPricesResponse(show.prices),
  };
}
