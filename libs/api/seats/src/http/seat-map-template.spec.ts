import {
  findSeat,
  LaidOutPlan,
  layoutOf,
  layoutOfPlain,
  LayoutRequest,
  PackedStatus,
  plainPlan,
  SEAT_STATUSES,
  seatIdAt,
} from '@modex/domain';
import * as fc from 'fast-check';
import { SeatMap, SeatMapTemplate } from './seat-map-template';

const PREFIX = '9f8e7d6c5b4a3928';
const HEAD = { showId: 'a'.repeat(24), version: '5d2f1c0a9b7e-42', maxSeatsPerBooking: 10 };

const planOf = (request: LayoutRequest) => plainPlan(layoutOf(request));

/** The same map, seat by seat. */
function plainly(request: LayoutRequest, codes: readonly number[]) {
  const show = { plan: planOf(request), seatPrefix: PREFIX };
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

function textOf({ parts, around: [start, end] }: SeatMap): string {
  return Buffer.concat([start, ...parts, end]).toString();
}

describe('the template of a seat map', () => {
  it('filled in says of every seat what the plan and the status say, in the same order', () => {
    const codes = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 90 });
    fc.assert(
      fc.property(codes, (all) => {
        const request = { totalSeats: all.length };
        const map = new SeatMapTemplate(planOf(request)).fill(PREFIX, packed(all), HEAD);
        const text = textOf(map);
        expect(JSON.parse(text)).toEqual(plainly(request, all));
        // Beside the spaces behind the shorter statuses it is what it would be without a template.
        expect(text.replace(/" +}/g, '"}')).toBe(JSON.stringify(plainly(request, all)));
      }),
      { numRuns: 30 },
    );
  });

  it('has the seats of a drawn plan in the order of their numbers', () => {
    const plan = new LaidOutPlan({
      ...layoutOfPlain({ totalSeats: 2, seatsPerRow: 2 }),
      sections: [
        {
          ...{ kind: 'seats', key: 'a', name: 'Stalls' },
          rows: [
            { label: 'C', numbers: [7, 1, 3, 1], labels: ['12', '12a'], line: [0, 0, 500, 0], categories: [0, 2] },
          ],
        },
      ],
    });
    const map = JSON.parse(textOf(new SeatMapTemplate(plan).fill(PREFIX, packed([2, 0]), HEAD)));
    expect(map.seats).toMatchObject([
      { id: seatIdAt(PREFIX, 3), name: 'Stalls · Row C · Seat 12a', seatNumber: 2, category: 'all', status: 'BOOKED' },
      {
        id: seatIdAt(PREFIX, 7),
        name: 'Stalls · Row C · Seat 12',
        seatNumber: 12,
        category: 'all',
        status: 'AVAILABLE',
      },
    ]);
  });

  it('keeps nothing of the show that it was filled in for', () => {
    const template = new SeatMapTemplate(planOf({ totalSeats: 3 }));
    const first = template.fill(PREFIX, packed([2, 2, 2]), HEAD);
    template.fill('0'.repeat(16), packed([3, 0, 1]), HEAD);
    expect(textOf(template.fill(PREFIX, packed([0, 0, 0]), HEAD))).not.toContain('BOOKED');
    expect(JSON.parse(textOf(first))).toEqual(plainly({ totalSeats: 3 }, [2, 2, 2]));
  });

  it('makes only the parts anew in which a seat has another status, and changes none of an earlier map', () => {
    const request = { totalSeats: 2_500 };
    const template = new SeatMapTemplate(planOf(request));
    const codes = Array.from({ length: 2_500 }, (_, place) => place % 4);
    const first = template.fill(PREFIX, packed(codes), HEAD);
    const later = codes.map((code, place) => (place === 1_000 || place === 1_999 ? 3 - code : code));
    const second = template.fill(PREFIX, packed(later), HEAD, first);
    expect(second.parts.map((part, nth) => part === first.parts[nth])).toEqual([true, false, true]);
    expect(JSON.parse(textOf(first))).toEqual(plainly(request, codes));
    expect(JSON.parse(textOf(second))).toEqual(plainly(request, later));
  });

  it.each([
    [
      'show',
      (template: SeatMapTemplate, codes: readonly number[]) => template.fill('0'.repeat(16), packed(codes), HEAD),
    ],
    [
      'layout',
      (_: SeatMapTemplate, codes: readonly number[]) =>
        new SeatMapTemplate(planOf({ rows: 3, seatsPerRow: codes.length / 3 })).fill(PREFIX, packed(codes), HEAD),
    ],
  ])('uses nothing of the map of another %s again', (_, fillOther) => {
    const codes = [0, 1, 2, 3, 0, 1, 2, 3, 0];
    const template = new SeatMapTemplate(planOf({ totalSeats: codes.length }));
    const map = template.fill(PREFIX, packed(codes), HEAD, fillOther(template, codes));
    expect(JSON.parse(textOf(map))).toEqual(plainly({ totalSeats: codes.length }, codes));
  });
});
