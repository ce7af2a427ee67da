import * as fc from 'fast-check';
import { LIMITS } from '../limits';
import { plainPlan } from './plain-plan';
import { findSeat, isSeatOf, nameSeats, placeNumberOf, seatIdAt } from './planned-seat';

const PREFIX = '9f8e7d6c5b4a3928';
const shows = fc
  .record({ totalSeats: fc.integer({ min: 1, max: 5_000 }), seatsPerRow: fc.integer({ min: 1, max: 200 }) })
  .map((layout) => ({ ...layout, plan: plainPlan(layout), seatPrefix: PREFIX }));
const SHOW = { plan: plainPlan({ totalSeats: 10, seatsPerRow: 4 }), seatPrefix: PREFIX };

describe('the id of a seat', () => {
  it('is 24 hex digits', () => expect(seatIdAt(PREFIX, 99_999)).toMatch(/^[0-9a-f]{24}$/));

  it('sorts by the number of its place, and tells it', () => {
    const place = fc.integer({ min: 0, max: LIMITS.seatsPerShow - 1 });
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(seatIdAt(PREFIX, a) < seatIdAt(PREFIX, b)).toBe(a < b);
        expect(placeNumberOf(seatIdAt(PREFIX, a))).toBe(a);
      }),
    );
  });

  it('belongs to the show exactly when its place is in the plan', () => {
    fc.assert(
      fc.property(shows, fc.nat(10_000), (show, place) => {
        expect(isSeatOf(show, seatIdAt(PREFIX, place))).toBe(place < show.totalSeats);
      }),
    );
  });

  it.each([
    ['of another show', seatIdAt('0'.repeat(16), 1)],
    ['that is none', `${PREFIX}no number`],
  ])('%s belongs to no seat of the show', (_, seatId) => {
    expect([isSeatOf(SHOW, seatId), findSeat(SHOW, seatId)]).toEqual([false, undefined]);
    expect(nameSeats(SHOW, [seatId])).toEqual([]);
  });
});

describe('the seats of a show', () => {
  const name = { section: '', rowNumber: 'B', seatNumber: 2, name: 'Row B, seat 2' };

  it('have a name and a position', () => {
    const id = seatIdAt(PREFIX, 5);
    expect(findSeat(SHOW, id)).toEqual({ id, ...name, rowOrder: 2, placeInRow: 2, category: 'all' });
  });

  it('are named without their positions, in the order asked for', () => {
    const [first, other] = [seatIdAt(PREFIX, 9), seatIdAt(PREFIX, 5)];
    expect(nameSeats(SHOW, [first, other])).toEqual([
      { id: first, section: '', rowNumber: 'C', seatNumber: 2, name: 'Row C, seat 2' },
      { id: other, ...name },
    ]);
  });

  it('have names of their own', () => {
    fc.assert(
      fc.property(shows, (show) => {
        const ids = Array.from({ length: show.totalSeats }, (_, place) => seatIdAt(PREFIX, place));
        expect(new Set(nameSeats(show, ids).map((seat) => seat.name)).size).toBe(show.totalSeats);
      }),
      { numRuns: 20 },
    );
  });
});
