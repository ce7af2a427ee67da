import { findSeat, layoutOf, LayoutRequest, PackedStatus, SEAT_STATUSES, seatIdAt } from '@modex/domain';
import * as fc from 'fast-check';
import { SeatMapTemplate } from './seat-map-template';

const PREFIX = '9f8e7d6c5b4a3928';
const HEAD = { showId: 'a'.repeat(24), version: '5d2f1c0a9b7e-42', maxSeatsPerBooking: 10 };

/** The same map, seat by seat. */
function plainly(request: LayoutRequest, codes: readonly number[]) {
  const show = { ...layoutOf(request), seatPrefix: PREFIX };
  const seats = codes.map((code, place) => ({
    ...findSeat(show, seatIdAt(PREFIX, place)),
    status: SEAT_STATUSES[code],
  }));
  return { ...HEAD, seats };
}

function packed(codes: readonly number[]): PackedStatus {
  const status = new PackedStatus(codes.length);
  codes.forEach((code, place) => status.put(place, code));
  return status;
}

describe('the template of a seat map', () => {
  it('filled in says of every seat what the plan and the status say, in the same order', () => {
    const codes = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 90 });
    fc.assert(
      fc.property(codes, (all) => {
        const request = { totalSeats: all.length };
        const map = new SeatMapTemplate(layoutOf(request)).fill(PREFIX, packed(all), HEAD).toString();
        expect(JSON.parse(map)).toEqual(plainly(request, all));
        // Beside the spaces behind the shorter statuses it is what it would be without a template.
        expect(map.replace(/" +}/g, '"}')).toBe(JSON.stringify(plainly(request, all)));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps nothing of the show that it was filled in for', () => {
    const template = new SeatMapTemplate(layoutOf({ totalSeats: 3 }));
    const first = template.fill(PREFIX, packed([2, 2, 2]), HEAD);
    template.fill('0'.repeat(16), packed([3, 0, 1]), HEAD);
    expect(template.fill(PREFIX, packed([0, 0, 0]), HEAD).toString()).not.toContain('BOOKED');
    expect(JSON.parse(first.toString())).toEqual(plainly({ totalSeats: 3 }, [2, 2, 2]));
  });
});
