import { ApiProperty } from '@nestjs/swagger';
import { SEAT_STATUSES, SeatStatus } from '@modex/domain';

/** A seat by its name. */
export class SeatPlaceResponse {
  /** @example "9f8e7d6c5b4a392800000011" */
  id: string;
  /**
   * Row: A … Z, AA …
   * @example "B"
   */
  rowNumber: string;
  /**
   * Place in the row, from 1.
   * @example 6
   */
  seatNumber: number;
}

/** A seat of the map. */
export class SeatResponse extends SeatPlaceResponse {
  @ApiProperty({ enum: SEAT_STATUSES, enumName: 'SeatStatus' })
  status: SeatStatus;
}

/** All seats of a show, row by row. */
export class SeatMapResponse {
  /** @example "66f0c0ffee00112233445566" */
  showId: string;
  /**
   * The same as long as no seat changes.
   * @example "2jmj7l5rSw0yVb_vlWAYkK_YBwk"
   */
  version: string;
  seats: SeatResponse[];
}
