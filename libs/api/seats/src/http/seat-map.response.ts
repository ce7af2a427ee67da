import { ApiProperty } from '@nestjs/swagger';
import { SEAT_STATUSES, SeatStatus } from '@modex/domain';

/** A seat by its name. */
export class SeatPlaceResponse {
  /** @example "9f8e7d6c5b4a392800000011" */
  id: string;
  /**
   * Name of its section; empty where the plan is one section, which nobody names.
   * @example ""
   */
  section: string;
  /**
   * Row: A … Z, AA … Another section may have a row of the same name.
   * @example "B"
   */
  rowNumber: string;
  /**
   * The number printed on it; where that is no whole number, which place of its row it is.
   * @example 6
   */
  seatNumber: number;
  /**
   * What it is called in full, for people to read.
   * @example "Row B, seat 6"
   */
  name: string;
}

/** A seat of the map. */
export class SeatResponse extends SeatPlaceResponse {
  /**
   * Which row it stands in, counted from the stage over all sections, from 1.
   * @example 2
   */
  rowOrder: number;
  /**
   * Which place of its row it is, from the left, from 1.
   * @example 6
   */
  placeInRow: number;
  /**
   * Key of its category, by which the show names prices.
   * @example "all"
   */
  category: string;
  @ApiProperty({ enum: SEAT_STATUSES, enumName: 'SeatStatus' })
  status: SeatStatus;
}

/** All seats of a show, row by row. */
export class SeatMapResponse {
  /** @example "66f0c0ffee00112233445566" */
  showId: string;
  /**
   * The same as long as no seat changes; also the ETag.
   * @example "5d2f1c0a9b7e-42"
   */
  version: string;
  /**
   * The most seats that one booking may have.
   * @example 10
   */
  maxSeatsPerBooking: number;
  seats: SeatResponse[];
}
