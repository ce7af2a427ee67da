import * as fc from 'fast-check';
import { bestGroup, SEAT_PREFERENCES } from './best-seats';
import { LaidOutPlan } from '../plan/drawn-plan';
import { layoutOfPlain } from '../plan/layout';
import { Hall } from './hall';
import { seatingOf } from './seating';
import { judgeLoneSeats, loneSeats } from './lone-seats';

function hall(seatsPerRow: number, seats: string): Hall & { readonly totalSeats: number } {
  const seating = seatingOf(new LaidOutPlan(layoutOfPlain({ totalSeats: seats.length, seatsPerRow })));
  return { totalSeats: seats.length, seating, isFree: (place) => seats[place] === '.' };
}

const HALLS = fc
  .record({
    seats: fc.array(fc.constantFrom('.', '.', 'x'), { minLength: 1, maxLength: 40 }),
    seatsPerRow: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ seats, seatsPerRow }) => hall(seatsPerRow, seats.join('')));

describe('a lone seat', () => {
  it.each<[string, number, string, number[], number[]]>([
    ['between the chosen seats and the end of the row', 6, '......', [1, 2], [0]],
    ['between them and a taken seat', 6, '...x..', [0, 1], [2]],
    ['between two chosen seats', 6, '......', [1, 3], [0, 2]],
    ['at the end of a last row that is shorter', 4, '.......', [4, 5], [6]],
    ['never across two rows', 3, '......', [0, 1], [2]],
    ['not where two stay free', 6, '......', [0, 1], []],
    ['not where it was alone before', 6, '.x....', [2, 3], []],
  ])('is one %s', (_, seatsPerRow, seats, chosen, lone) =>
    expect(loneSeats(hall(seatsPerRow, seats), chosen)).toEqual(lone),
  );
});

describe('chosen seats that leave one alone', () => {
  it('are judged with the nearest seats that would do', () => {
    expect(judgeLoneSeats(hall(8, '........'), [1, 2])).toEqual({ lone: [0], instead: [0, 1] });
    expect(judgeLoneSeats(hall(8, '........'), [5, 6])).toEqual({ lone: [7], instead: [4, 5] });
    expect(judgeLoneSeats(hall(3, 'xxx...x..'), [3, 4])).toEqual({ lone: [5], instead: [7, 8] });
  });

  it('are right where no others would do', () => {
    expect(judgeLoneSeats(hall(3, '...'), [0, 1])).toBeUndefined();
    // Two rows would, but who sits together is not asked to sit apart.
    expect(judgeLoneSeats(hall(4, '...x.xx.'), [0, 1])).toBeUndefined();
  });

  it('are left to the lock where one of them is not free', () => {
    expect(judgeLoneSeats(hall(4, '.x..'), [1, 2])).toBeUndefined();
  });

  it('are told others of the same number that pass the same judgement', () => {
    fc.assert(
      fc.property(HALLS, fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 5 }), (from, picked) => {
        const chosen = picked.filter((place) => place < from.totalSeats && from.isFree(place)).sort((a, b) => a - b);
        fc.pre(chosen.length > 0);
        const judged = judgeLoneSeats(from, chosen);
        fc.pre(judged !== undefined);
        expect(judged?.lone).toEqual(loneSeats(from, chosen));
        expect(judged?.instead).toHaveLength(chosen.length);
        expect(loneSeats(from, judged?.instead ?? [])).toEqual([]);
      }),
    );
  });

  it('are never those that the rule itself chose', () => {
    const quantities = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(HALLS, quantities, fc.constantFrom(...SEAT_PREFERENCES), (from, quantity, preference) => {
        const best = bestGroup(from, { quantity, preference, noLoneSeat: true });
        fc.pre(best !== undefined);
        expect(judgeLoneSeats(from, best?.places ?? [])).toBeUndefined();
      }),
    );
  });
});
