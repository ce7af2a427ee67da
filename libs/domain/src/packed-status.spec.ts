import * as fc from 'fast-check';
import { PackedStatus, statusCode } from './packed-status';
import { SEAT_STATUSES, SeatStatus } from './seat';

const statuses = fc.array(fc.constantFrom(...SEAT_STATUSES), { minLength: 1, maxLength: 50 });

function packed(seats: readonly SeatStatus[]): PackedStatus {
  const status = new PackedStatus(seats.length);
  seats.forEach((seat, index) => status.put(index, statusCode(seat)));
  return status;
}

describe('a packed status', () => {
  it('has two bits a seat, the first seat in the lowest ones', () => {
    const { bytes } = packed(['BLOCKED', 'AVAILABLE', 'HELD', 'BOOKED', 'HELD']);
    expect([...bytes]).toEqual([0b10_01_00_11, 0b01]);
  });

  it('of 100,000 seats is 25,000 bytes, all of them free at first', () => {
    const { bytes } = new PackedStatus(100_000);
    expect([bytes.length, bytes.some((byte) => byte !== 0)]).toEqual([25_000, false]);
  });

  it('tells every status that was put into it', () => {
    fc.assert(
      fc.property(statuses, (seats) => {
        const status = packed(seats);
        expect(seats.map((_, index) => status.statusAt(index))).toEqual(seats);
      }),
    );
  });

  it('says whether a seat changed, and leaves the others', () => {
    fc.assert(
      fc.property(statuses, fc.nat(), fc.constantFrom(...SEAT_STATUSES), (seats, at, next) => {
        const [status, index] = [packed(seats), at % seats.length];
        expect(status.put(index, statusCode(next))).toBe(seats[index] !== next);
        expect(seats.map((_, other) => status.statusAt(other))).toEqual(seats.with(index, next));
      }),
    );
  });

  it.each([-1, 5, 6, 1_000_000])('has no seat %i of five', (index) => {
    const status = packed(['HELD', 'HELD', 'HELD', 'HELD', 'HELD']);
    expect([status.put(index, 2), ...status.bytes]).toEqual([false, 0b01_01_01_01, 0b01]);
  });

  it('tells in what it differs from another', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...SEAT_STATUSES), fc.constantFrom(...SEAT_STATUSES))), (pairs) => {
        const [before, after] = [packed(pairs.map(([a]) => a)), packed(pairs.map(([, b]) => b))];
        expect(before.differences(after)).toEqual(pairs.flatMap(([a, b], index) => (a === b ? [] : [index])));
      }),
    );
  });
});
