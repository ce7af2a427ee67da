import { ApiProperty } from '@nestjs/swagger';
import { StatusView } from '../board/status-json';

/** The statuses of all seats of a show, packed. */
export class SeatStatusResponse implements StatusView {
  /** @example "66f0c0ffee00112233445566" */
  showId: string;
  /**
   * The version of the show's plan, in whose order the seats are; who has another layout fetches that of this one.
   * @example 1
   */
  planVersion: number;
  /**
   * The same as long as no seat changes; also the ETag, and the id of the events that have it.
   * @example "5d2f1c0a9b7e-42"
   */
  version: string;
  /** @example 6 */
  totalSeats: number;
  /**
   * Two bits a seat in the order of the seat map, the first seat in the lowest bits of the first byte: AVAILABLE 0, HELD 1,
   * BOOKED 2, BLOCKED 3. The example: of six seats the second and the third are booked.
   */
  @ApiProperty({ format: 'byte', example: 'KAA=' })
  status: string;
  /**
   * The most seats that one booking may have.
   * @example 10
   */
  maxSeatsPerBooking: number;
}
