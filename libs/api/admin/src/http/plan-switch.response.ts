import { SwitchPreview } from '@modex/api-shows';
import { findSeat, SEAT_STATUSES, SeatStatus } from '@modex/domain';
import { ApiProperty } from '@nestjs/swagger';

/** Seats that are listed; all are counted. */
const LISTED = 100;

/** A seat that stands in the way of a switch. */
export class SeatInTheWayResponse {
  /** @example "9f8e7d6c5b4a392800000012" */
  seatId: string;
  /** @example "Stalls · Row C · Seat 12" */
  name: string;
  /** What it would be called; null where it would vanish. */
  @ApiProperty({ type: String, nullable: true, example: 'Stalls · Row C · Seat 14' })
  becomes: string | null;
  @ApiProperty({ enum: SEAT_STATUSES, enumName: 'SeatStatus' })
  status: SeatStatus;
}

/** What would become of the seats of a show in a later version of its plan. */
export class PlanSwitchPreviewResponse {
  /**
   * How many seats it has now.
   * @example 480
   */
  seatsBefore: number;
  /**
   * How many it would have.
   * @example 496
   */
  seatsAfter: number;
  /**
   * How many would be new.
   * @example 20
   */
  added: number;
  /**
   * How many would vanish.
   * @example 4
   */
  vanishing: number;
  /**
   * How many would get another name.
   * @example 12
   */
  renamed: number;
  /**
   * How many would get another category.
   * @example 0
   */
  recategorised: number;
  /**
   * How many stand in the way: they would vanish or get another name, and are sold, held or blocked.
   * @example 1
   */
  inTheWay: number;
  /** Whether the prices of the show do not fit the categories of that version: the switch then takes new ones. */
  needsPrices: boolean;
  /** The first hundred of those that stand in the way, in the order of the plan. */
  seats: SeatInTheWayResponse[];
}

export function toPlanSwitchPreview({
  before,
  after,
  difference,
  inTheWay,
  needsPrices,
}: SwitchPreview): PlanSwitchPreviewResponse {
  const { added, vanishing, renamed, recategorised } = difference;
  return {
    ...{ seatsBefore: before.plan.size, seatsAfter: after.plan.size },
    ...{ added: added.length, vanishing: vanishing.length },
    ...{ renamed: renamed.length, recategorised: recategorised.length, inTheWay: inTheWay.length, needsPrices },
    seats: inTheWay.slice(0, LISTED).map(({ seatId, status }) => ({
      seatId,
      name: findSeat(before, seatId)?.name ?? '',
      becomes: findSeat(after, seatId)?.name ?? null,
      status,
    })),
  };
}
