import { findSeat, Layout, PackedStatus, SEAT_STATUSES, seatIdAt } from '@modex/domain';

/** Placeholder for the beginning of an id, before a show is filled in. */
const ANY_SHOW = '0'.repeat(16);
/** What stands before the id of a seat. */
const BEFORE_ID = '{"id":"'.length;
/** The statuses as JSON, padded with spaces to one length; JSON ignores spaces after a value. */
const LONGEST = JSON.stringify('AVAILABLE').length;
const VALUES = SEAT_STATUSES.map((status) => Buffer.from(JSON.stringify(status).padEnd(LONGEST)));

/** What stands in a seat map beside the seats. */
export interface MapHead {
  readonly showId: string;
  readonly version: string;
  readonly maxSeatsPerBooking: number;
}

/**
 * The seat map of a layout as bytes. Only two parts of a seat depend on the show, and both have a fixed length: the
 * beginning of its id, and its status. Names and positions are written once for all shows and versions.
 */
export class SeatMapTemplate {
  private readonly seats: Buffer;
  /** Where each seat ends. */
  private readonly ends: Uint32Array;

  constructor({ totalSeats, seatsPerRow }: Layout) {
    const show = { totalSeats, seatsPerRow, seatPrefix: ANY_SHOW };
    this.ends = new Uint32Array(totalSeats);
    let end = 0;
    const texts = Array.from({ length: totalSeats }, (_, place) => {
      const text = JSON.stringify({ ...findSeat(show, seatIdAt(ANY_SHOW, place)), status: 'AVAILABLE' });
      end += Buffer.byteLength(text) + (place === 0 ? 0 : 1);
      this.ends[place] = end;
      return text;
    });
    this.seats = Buffer.from(texts.join());
  }

  /** In bytes. */
  get length(): number {
    return this.seats.length + this.ends.byteLength;
  }

  /** The seat map of a show in this layout. */
  fill(seatPrefix: string, status: PackedStatus, head: MapHead): Buffer {
    const before = Buffer.from(`${JSON.stringify(head).slice(0, -1)},"seats":[`);
    const map = Buffer.concat([before, this.seats, Buffer.from(']}')]);
    const prefix = Buffer.from(seatPrefix);
    let start = before.length;
    this.ends.forEach((end, place) => {
      map.set(prefix, start + BEFORE_ID);
      const code = status.codeAt(place);
      if (code !== 0) map.set(VALUES[code] as Buffer, before.length + end - LONGEST - 1);
      start = before.length + end + 1;
    });
    return map;
  }
}
