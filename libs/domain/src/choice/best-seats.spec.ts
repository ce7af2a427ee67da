import * as fc from 'fast-check';
import { bestGroup, largestGroup, SEAT_PREFERENCES, SeatPreference, SeatWish } from './best-seats';
import { LaidOutPlan } from '../plan/drawn-plan';
import { layoutOfPlain } from '../plan/layout';
import { Hall, isTogether } from './hall';
import { seatingOf } from './seating';
import { loneSeats } from './lone-seats';

/** A hall in a plain plan. */
interface PlainHall extends Hall {
  readonly totalSeats: number;
  readonly seatsPerRow: number;
}

function plainHall(totalSeats: number, seatsPerRow: number, isFree: (place: number) => boolean): PlainHall {
  const seating = seatingOf(new LaidOutPlan(layoutOfPlain({ totalSeats, seatsPerRow })));
  return { totalSeats, seatsPerRow, seating, isFree };
}

/** A hall as it is drawn, a line for each row from the stage: `.` is free, `x` is not. */
function hall(...rows: readonly string[]): PlainHall {
  const seats = rows.join('');
  return plainHall(seats.length, rows[0]?.length ?? 1, (place) => seats[place] === '.');
}

/** The same drawing with the chosen seats as `o`. */
function drawn({ totalSeats, seatsPerRow, isFree }: PlainHall, places: readonly number[] = []): readonly string[] {
  const seats = Array.from({ length: totalSeats }, (_, place) =>
    places.includes(place) ? 'o' : isFree(place) ? '.' : 'x',
  ).join('');
  return seats.match(new RegExp(`.{1,${seatsPerRow}}`, 'g')) ?? [];
}

function chosen(from: PlainHall, wish: Partial<SeatWish> & Pick<SeatWish, 'quantity'>): readonly string[] {
  return drawn(from, bestGroup(from, { preference: 'together', noLoneSeat: false, ...wish })?.places);
}

const HALLS = fc
  .record({
    seats: fc.array(fc.constantFrom('.', '.', 'x'), { minLength: 1, maxLength: 40 }),
    seatsPerRow: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ seats, seatsPerRow }) => plainHall(seats.length, seatsPerRow, (place) => seats[place] === '.'));
const QUANTITIES = fc.integer({ min: 1, max: 8 });
const PREFERENCES = fc.constantFrom(...SEAT_PREFERENCES);

/** Every group that the rules allow, found by trying all. */
function allGroups(from: PlainHall, quantity: number): readonly (readonly number[])[] {
  const starts = Array.from({ length: from.totalSeats }, (_, place) => place);
  const runs = (size: number): readonly (readonly number[])[] =>
    starts
      .map((start) => Array.from({ length: size }, (_, at) => start + at))
      .filter((places) => places.every(from.isFree) && isTogether(from.seating, places));
  const sizes = Array.from({ length: quantity - 1 }, (_, at) => at + 1);
  const split = sizes.flatMap((size) =>
    runs(size).flatMap((front) =>
      runs(quantity - size)
        .filter((rear) => front.some((place) => rear.includes(place + from.seatsPerRow)))
        .map((rear) => [...front, ...rear]),
    ),
  );
  return [...runs(quantity), ...split];
}

describe('the best seats', () => {
  it('are in the middle of the row a third of the way to the back', () => {
    const empty = hall('.......', '.......', '.......', '.......');
    expect(chosen(empty, { quantity: 3 })).toEqual(['.......', '..ooo..', '.......', '.......']);
    expect(chosen(empty, { quantity: 3, preference: 'front' })).toEqual(['..ooo..', '.......', '.......', '.......']);
  });

  it('are as near to it as there are seats', () => {
    expect(chosen(hall('.....', '..x..', '.....'), { quantity: 2 })).toEqual(['.oo..', '..x..', '.....']);
    expect(chosen(hall('xxx..', '.....'), { quantity: 2 })).toEqual(['xxxoo', '.....']);
  });

  it('are in one row, however far, for those who want to sit together', () => {
    const crowded = hall('xxxxxx', 'x....x', 'x..xxx', 'xxxxxx', 'xxxxxx', '.....x');
    expect(chosen(crowded, { quantity: 5 }).at(-1)).toBe('ooooox');
    expect(chosen(crowded, { quantity: 5, preference: 'view' }).slice(1, 3)).toEqual(['xooo.x', 'xooxxx']);
  });

  it('are in two rows, one behind the other, where no row has as many', () => {
    expect(chosen(hall('x..x', 'x..x'), { quantity: 4 })).toEqual(['xoox', 'xoox']);
    expect(chosen(hall('..xx', 'xx..'), { quantity: 4 })).toEqual(['..xx', 'xx..']);
    expect(chosen(hall('...x', 'xx..'), { quantity: 4 })).toEqual(['.oox', 'xxoo']);
  });

  it('are in halves rather than leave somebody alone', () => {
    expect(chosen(hall('xxxxx', '.....', '.....', 'xxxxx'), { quantity: 6 })).toEqual([
      'xxxxx',
      '.ooo.',
      '.ooo.',
      'xxxxx',
    ]);
  });

  it('leave no single seat beside them, where that is asked for and can be done', () => {
    const pair = { quantity: 2, noLoneSeat: true } as const;
    expect(chosen(hall('.....x'), pair)).toEqual(['...oox']);
    expect(chosen(hall('...'), pair)).toEqual(['oo.']);
    expect(chosen(hall('...', 'x..'), pair)).toEqual(['...', 'xoo']);
  });

  it('of a hall of 100,000 seats that is almost sold out are found', () => {
    const full = plainHall(100_000, 500, (place) => place >= 99_997);
    expect(bestGroup(full, { quantity: 3, preference: 'together', noLoneSeat: false })).toEqual({
      places: [99_997, 99_998, 99_999],
      isSplit: false,
    });
  });

  it('are free, as many as were asked for, and together or one part behind the other', () => {
    fc.assert(
      fc.property(HALLS, QUANTITIES, PREFERENCES, fc.boolean(), (from, quantity, preference, noLoneSeat) => {
        const best = bestGroup(from, { quantity, preference, noLoneSeat });
        const all = allGroups(from, quantity);
        if (best === undefined) expect(all).toEqual([]);
        else expect(all.map(String)).toContain(String(best.places));
        if (best !== undefined) expect(best.isSplit).toBe(!isTogether(from.seating, best.places));
      }),
    );
  });

  it('are in one row wherever there is one, unless the view counts more', () => {
    const together = fc.constantFrom<SeatPreference>('together', 'front');
    fc.assert(
      fc.property(HALLS, QUANTITIES, together, fc.boolean(), (from, quantity, preference, noLoneSeat) => {
        const best = bestGroup(from, { quantity, preference, noLoneSeat });
        const isThereOne = allGroups(from, quantity).some((places) => isTogether(from.seating, places));
        expect(best !== undefined && isTogether(from.seating, best.places)).toBe(isThereOne);
      }),
    );
  });

  it('are the nearest of all groups in one row', () => {
    const distance = (from: PlainHall, places: readonly number[]): number => {
      const [rows, width] = [
        Math.ceil(from.totalSeats / from.seatsPerRow),
        Math.min(from.seatsPerRow, from.totalSeats),
      ];
      const row = Math.floor((rows - 1) / 3);
      const far = (place: number): number =>
        Math.abs((place % from.seatsPerRow) - (width - 1) / 2) +
        2 * Math.abs(Math.floor(place / from.seatsPerRow) - row);
      return places.reduce((sum, place) => sum + far(place), 0);
    };
    fc.assert(
      fc.property(HALLS, QUANTITIES, (from, quantity) => {
        const rows = allGroups(from, quantity).filter((places) => isTogether(from.seating, places));
        fc.pre(rows.length > 0);
        const best = bestGroup(from, { quantity, preference: 'together', noLoneSeat: false });
        expect(distance(from, best?.places ?? [])).toBe(Math.min(...rows.map((places) => distance(from, places))));
      }),
    );
  });

  it('leave a single seat only where every group does', () => {
    fc.assert(
      fc.property(HALLS, QUANTITIES, (from, quantity) => {
        const best = bestGroup(from, { quantity, preference: 'view', noLoneSeat: true });
        fc.pre(best !== undefined);
        const others = allGroups(from, quantity).filter((places) => loneSeats(from, places).length === 0);
        expect(loneSeats(from, best?.places ?? []).length > 0).toBe(others.length === 0);
      }),
    );
  });
});

describe('the largest group', () => {
  it('is as large as the largest party that finds seats', () => {
    fc.assert(
      fc.property(HALLS, (from) => {
        const sizes = Array.from({ length: from.totalSeats }, (_, at) => from.totalSeats - at);
        const wish = { preference: 'together', noLoneSeat: false } as const;
        expect(largestGroup(from)).toBe(sizes.find((quantity) => bestGroup(from, { ...wish, quantity })) ?? 0);
      }),
    );
  });
});
