import * as fc from 'fast-check';
import { DomainError } from '../error';
import { LIMITS } from '../limits';
import { LaidOutPlan } from './drawn-plan';
import { layoutOfPlain } from './layout';
import { Layout, layoutOf, LayoutRequest, plainPlan, rowLabel } from './plain-plan';

const layouts = fc.record({
  totalSeats: fc.integer({ min: 1, max: 2_000 }),
  seatsPerRow: fc.integer({ min: 1, max: 200 }),
});

/** The rows of the one section, each with how many places it has. */
function rowsOf(layout: Layout): readonly (readonly [string, number])[] {
  return plainPlan(layout).sections.flatMap(({ rows }) =>
    rows.map(({ label, places }) => [label, places.length] as const),
  );
}

describe('the label of a row', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [27, 'AB'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, name) => expect(rowLabel(index)).toBe(name));

  it('is never given twice', () => {
    const names = Array.from({ length: LIMITS.rows }, (_, index) => rowLabel(index));
    expect(new Set(names).size).toBe(LIMITS.rows);
  });
});

describe('a plan by its number of seats', () => {
  it('has exactly that many, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LIMITS.seatsPerShow }), (totalSeats) => {
        const rows = rowsOf(layoutOf({ totalSeats }));
        expect(rows.reduce((sum, [, places]) => sum + places, 0)).toBe(totalSeats);
        expect(rows.every(([, places]) => places >= 1)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('has a shorter last row when the seats do not fill it', () => {
    expect(rowsOf(layoutOf({ totalSeats: 25 })).map(([, places]) => places)).toEqual([10, 10, 5]);
  });

  it('has one row with one seat for one seat', () => {
    expect(rowsOf(layoutOf({ totalSeats: 1 }))).toEqual([['A', 1]]);
  });

  it('is about twice as wide as deep', () => {
    const layout = layoutOf({ totalSeats: 5_000 });
    expect([layout.seatsPerRow, rowsOf(layout).length]).toEqual([100, 50]);
  });
});

describe('a plan by rows and seats per row', () => {
  it('has just these', () => {
    expect(rowsOf(layoutOf({ rows: 3, seatsPerRow: 4 }))).toEqual([
      ['A', 4],
      ['B', 4],
      ['C', 4],
    ]);
  });
});

describe('a plan is refused', () => {
  const fieldOf = (request: LayoutRequest): string | undefined => {
    try {
      return void layoutOf(request);
    } catch (error) {
      return (error as DomainError).facts.fields?.[0]?.field;
    }
  };

  it.each<[string, LayoutRequest, string]>([
    ['without any number', {}, 'totalSeats'],
    ['with rows alone', { rows: 3 }, 'totalSeats'],
    ['with seats per row alone', { seatsPerRow: 3 }, 'totalSeats'],
    ['with both forms', { totalSeats: 12, rows: 3, seatsPerRow: 4 }, 'totalSeats'],
    ['with one form and half of the other', { totalSeats: 12, rows: 3 }, 'totalSeats'],
    ['with one seat too many', { totalSeats: LIMITS.seatsPerShow + 1 }, 'totalSeats'],
    ['with too many rows of too many seats', { rows: 101, seatsPerRow: 1_000 }, 'rows'],
  ])('%s', (_, request, field) => expect(fieldOf(request)).toBe(field));

  it('only above the limit', () => expect(layoutOf({ totalSeats: LIMITS.seatsPerShow }).totalSeats).toBe(100_000));
});

describe('a plain plan', () => {
  it('has one section without a name', () => {
    expect(plainPlan({ totalSeats: 9, seatsPerRow: 4 }).sections.map(({ name }) => name)).toEqual(['']);
  });

  it('numbers its places from 0, from the stage and from the left, and finds each by its number', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const plan = plainPlan(layout);
        const places = plan.sections.flatMap(({ rows }) => rows).flatMap((row) => row.places);
        expect(places.map(({ number }) => number)).toEqual(Array.from({ length: layout.totalSeats }, (_, i) => i));
        expect(places.map(({ number }) => plan.place(number))).toEqual(places);
      }),
      { numRuns: 30 },
    );
  });

  it('says of each place where it stands, and labels those of a row from 1', () => {
    const { place } = plainPlan({ totalSeats: 8, seatsPerRow: 4 });
    const plain = { section: '', category: 'all' };
    expect([0, 3, 4].map((number) => place(number))).toEqual([
      { number: 0, ...plain, row: 'A', label: '1', rowOrder: 1, placeInRow: 1, at: { x: 0, y: 0 } },
      { number: 3, ...plain, row: 'A', label: '4', rowOrder: 1, placeInRow: 4, at: { x: 150, y: 0 } },
      { number: 4, ...plain, row: 'B', label: '1', rowOrder: 2, placeInRow: 1, at: { x: 0, y: 90 } },
    ]);
  });

  it('has the layout of its places', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const [plan, laidOut] = [plainPlan(layout), new LaidOutPlan(layoutOfPlain(layout))];
        const numbers = Array.from({ length: layout.totalSeats }, (_, at) => at);
        expect(numbers.map((number) => laidOut.place(number))).toEqual(
          numbers.map((number) => ({ ...plan.place(number), rowWord: 'Row', seatWord: 'Seat' })),
        );
        expect(laidOut.size).toBe(plan.size);
      }),
      { numRuns: 30 },
    );
  });

  it.each([-1, 8, 0.5, Number.NaN])('has no place %s of 8', (number) =>
    expect(plainPlan({ totalSeats: 8, seatsPerRow: 4 }).place(number)).toBeUndefined(),
  );
});
