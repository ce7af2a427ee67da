import { SEAT_STATUSES, SeatStatus } from './seat';

/** Bits of a seat; four seats are a byte, the first of them in its lowest bits. */
const BITS = 2;
export const SEATS_PER_BYTE = 4;
const MASK = 0b11;

/** A status as two bits: AVAILABLE 0, HELD 1, BOOKED 2, BLOCKED 3. */
export function statusCode(status: SeatStatus): number {
  return SEAT_STATUSES.indexOf(status);
}

/** The status of each seat of a show, packed, in the order of its plan: 100,000 seats are 25,000 bytes. All begin free. */
export class PackedStatus {
  readonly bytes: Uint8Array;

  /** @param size how many seats */
  constructor(readonly size: number) {
    this.bytes = new Uint8Array(Math.ceil(size / SEATS_PER_BYTE));
  }

  /** @param index which seat, from 0 */
  codeAt(index: number): number {
    return ((this.bytes[Math.floor(index / SEATS_PER_BYTE)] ?? 0) >> shiftOf(index)) & MASK;
  }

  statusAt(index: number): SeatStatus {
    return SEAT_STATUSES[this.codeAt(index)] as SeatStatus;
  }

  /** @returns whether the seat had another status; a seat that the show does not have changes nothing */
  put(index: number, code: number): boolean {
    if (index < 0 || index >= this.size || this.codeAt(index) === code) return false;
    const byte = Math.floor(index / SEATS_PER_BYTE);
    const others = (this.bytes[byte] ?? 0) & ~(MASK << shiftOf(index));
    this.bytes[byte] = others | (code << shiftOf(index));
    return true;
  }

  /** The seats whose statuses differ from those of another show of this size, in order. */
  differences(other: PackedStatus): readonly number[] {
    const found: number[] = [];
    this.bytes.forEach((byte, at) => {
      if (byte === other.bytes[at]) return;
      const first = at * SEATS_PER_BYTE;
      for (let index = first; index < first + SEATS_PER_BYTE; index++) {
        if (this.codeAt(index) !== other.codeAt(index)) found.push(index);
      }
    });
    return found;
  }
}

function shiftOf(index: number): number {
  return (index % SEATS_PER_BYTE) * BITS;
}
