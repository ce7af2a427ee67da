import { findSeat, PackedStatus, Plan, SEAT_STATUSES, seatIdAt, SEATS_PER_BYTE } from '@modex/domain';

/** Placeholder for the beginning of an id, before a show is filled in. */
const ANY_SHOW = '0'.repeat(16);
/** What stands before the id of a seat. */
const BEFORE_ID = '{"id":"'.length;
/** Seats of a part of a map: a whole number of bytes of the packed status. */
const PART = 1_000;
const PART_BYTES = PART / SEATS_PER_BYTE;
/** The statuses as JSON, padded with spaces to one length; JSON ignores spaces after a value. */
const LONGEST = JSON.stringify('AVAILABLE').length;
const VALUES = SEAT_STATUSES.map((status) => Buffer.from(JSON.stringify(status).padEnd(LONGEST)));

/** What stands in a seat map beside the seats. */
export interface MapHead {
  readonly showId: string;
  readonly version: string;
  readonly maxSeatsPerBooking: number;
}

/** A seat map that was filled in. Its parts are never changed: a later map of the show has those where nothing changed. */
export interface SeatMap {
  readonly template: SeatMapTemplate;
  readonly seatPrefix: string;
  readonly statuses: Uint8Array;
  /** Of the seats, each with so many of them. */
  readonly parts: readonly Buffer[];
  /** Before and behind the seats. */
  readonly around: readonly [Buffer, Buffer];
}

/**
 * The seat map of a plan as bytes. Only two parts of a seat depend on the show, and both have a fixed length: the
 * beginning of its id, and its status. Names and positions are written once for all shows and versions.
 */
export class SeatMapTemplate {
  private readonly seats: Buffer;
  /** Where each seat ends, in the order of the packed status. */
  private readonly ends: Uint32Array;

  constructor(plan: Plan) {
    const show = { plan, seatPrefix: ANY_SHOW };
    this.ends = new Uint32Array(plan.size);
    let end = 0;
    const texts = Array.from({ length: plan.size }, (_, index) => {
      const seat = findSeat(show, seatIdAt(ANY_SHOW, plan.numberAt(index)));
      const text = JSON.stringify({ ...seat, status: 'AVAILABLE' });
      end += Buffer.byteLength(text) + (index === 0 ? 0 : 1);
      this.ends[index] = end;
      return text;
    });
    this.seats = Buffer.from(texts.join());
  }

  /** In bytes. */
  get length(): number {
    return this.seats.length + this.ends.byteLength;
  }

  /** The seat map of a show in this layout. @param before an earlier one of the show, whose parts are used again */
  fill(seatPrefix: string, status: PackedStatus, head: MapHead, before?: SeatMap): SeatMap {
    const known = before?.template === this && before.seatPrefix === seatPrefix ? before : undefined;
    const prefix = Buffer.from(seatPrefix);
    const parts = Array.from({ length: Math.ceil(this.ends.length / PART) }, (_, nth) => {
      const same =
        known !== undefined && Buffer.compare(bytesOf(known.statuses, nth), bytesOf(status.bytes, nth)) === 0;
      return (same ? known.parts[nth] : undefined) ?? this.fillPart(nth * PART, prefix, status);
    });
    const around = [Buffer.from(`${JSON.stringify(head).slice(0, -1)},"seats":[`), Buffer.from(']}')] as const;
    return { template: this, seatPrefix, statuses: status.bytes.slice(), parts, around };
  }

  private fillPart(first: number, prefix: Buffer, status: PackedStatus): Buffer {
    const last = Math.min(first + PART, this.ends.length) - 1;
    const from = first === 0 ? 0 : this.endOf(first - 1);
    const part = Buffer.from(this.seats.subarray(from, this.endOf(last)));
    let start = first === 0 ? 0 : 1;
    for (let place = first; place <= last; place++) {
      const end = this.endOf(place) - from;
      part.set(prefix, start + BEFORE_ID);
      const code = status.codeAt(place);
      if (code !== 0) part.set(VALUES[code] as Buffer, end - LONGEST - 1);
      start = end + 1;
    }
    return part;
  }

  private endOf(place: number): number {
    return this.ends[place] as number;
  }
}

function bytesOf(statuses: Uint8Array, part: number): Uint8Array {
  return statuses.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
}
