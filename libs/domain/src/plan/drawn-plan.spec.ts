import * as fc from 'fast-check';
import { drawing, place, row, seatSection, standing } from './drawing.builder';
import { drawnPlan, LaidOutPlan, MARKS } from './drawn-plan';
import { DrawnPlace, PlanDrawing, positionOf, SeatSection } from './drawing';
import { layoutOfDrawing, PlanLayout } from './layout';
import { seatName } from './seat-name';

const coordinate = fc.double({ min: -2_000, max: 2_000, noNaN: true });
const marks = fc.record(
  {
    wheelchair: fc.constant(true as const),
    restrictedView: fc.constant(true as const),
    aisle: fc.constant(true as const),
    companionOf: fc.nat(50),
    tooltip: fc.string({ minLength: 1 }),
  },
  { requiredKeys: [] },
);
const places = fc.array(
  fc.record({
    label: fc.oneof(fc.nat(40).map(String), fc.string()),
    x: coordinate,
    y: coordinate,
    category: fc.nat(2),
    marks,
  }),
  { minLength: 1, maxLength: 12 },
);
const rows = fc.array(fc.record({ label: fc.string(), x: coordinate, y: coordinate, places }), {
  minLength: 1,
  maxLength: 6,
});
const sections = fc.array(
  fc.record({ x: coordinate, y: coordinate, rotation: fc.integer({ min: -180, max: 180 }), rows }),
  {
    minLength: 1,
    maxLength: 4,
  },
);

/** A drawing whose places have their numbers in any order. */
const drawings = sections.chain((drawn) => {
  const count = drawn.flatMap((section) => section.rows.flatMap((found) => found.places)).length;
  return fc
    .shuffledSubarray(
      Array.from({ length: 2 * count }, (_, at) => at),
      { minLength: count, maxLength: count },
    )
    .map((numbers) => {
      let at = 0;
      return drawing({
        categories: ['a', 'b', 'c'].map((key) => ({ key, name: key, color: '#1976d2' })),
        sections: drawn.map((section, index): SeatSection => ({
          ...seatSection({ key: `${index}`, name: `Section ${index}` }),
          x: section.x,
          y: section.y,
          rotation: section.rotation,
          rows: section.rows.map((found) => ({
            ...found,
            places: found.places.map(({ category, marks: said, ...other }): DrawnPlace => ({
              ...other,
              ...said,
              category: 'abc'.charAt(category),
              number: numbers[at++] as number,
            })),
          })),
        })),
      });
    });
});

/** As it is after it was sent. */
function sent(drawn: PlanDrawing): LaidOutPlan {
  return new LaidOutPlan(JSON.parse(JSON.stringify(layoutOfDrawing(drawn))) as PlanLayout);
}

describe('a drawn plan, sent as its layout', () => {
  it('has each place as it is drawn, to a tenth of a unit', () => {
    fc.assert(
      fc.property(drawings, (drawn) => {
        const plan = sent(drawn);
        let rowOrder = 0;
        for (const section of drawn.sections as readonly SeatSection[]) {
          for (const found of section.rows) {
            rowOrder++;
            found.places.forEach(({ x, y, ...expected }, at) => {
              const { at: point, rowWord, seatWord, ...seen } = plan.place(expected.number) ?? {};
              const where = { section: section.name, row: found.label, rowOrder, placeInRow: at + 1 };
              expect({ ...seen, rowWord, seatWord }).toEqual({
                ...expected,
                ...where,
                rowWord: 'Row',
                seatWord: 'Seat',
              });
              const { x: right, y: down } = positionOf(section, found, { x, y });
              expect(Math.abs((point?.x ?? NaN) - right)).toBeLessThan(0.16);
              expect(Math.abs((point?.y ?? NaN) - down)).toBeLessThan(0.16);
            });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has its places in the order of their numbers, and finds each by it', () => {
    fc.assert(
      fc.property(drawings, (drawn) => {
        const plan = sent(drawn);
        const numbers = Array.from(plan.numbers);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        expect(numbers.map((number) => plan.indexOf(number))).toEqual(numbers.map((_, at) => at));
        expect(numbers.map((_, at) => plan.numberAt(at))).toEqual(numbers);
        expect(plan.sections.flatMap((section) => section.rows).flatMap((found) => found.places)).toHaveLength(
          plan.size,
        );
        expect([plan.indexOf(-1), plan.indexOf(10_000), plan.place(10_000)]).toEqual([-1, -1, undefined]);
      }),
      { numRuns: 60 },
    );
  });

  it('has a row of places at equal distances as the ends of a line, and its numbers, labels and categories once', () => {
    const layout = layoutOfDrawing(drawing({ sections: [seatSection({ rows: [row({}, { count: 25, first: 7 })] })] }));
    expect(layout.sections).toEqual([
      {
        kind: 'seats',
        key: 'stalls',
        name: 'Stalls',
        rows: [
          {
            label: 'A',
            numbers: [7, 25],
            labels: { from: 1, step: 1 },
            line: [1_000, 2_000, 13_000, 2_000],
            categories: [0, 25],
          },
        ],
      },
    ]);
  });

  it.each([
    ['01', '02'],
    ['1', '1'],
    ['1', '3', '4'],
    ['12', '12a', '13'],
    ['-1', '0'],
    ['3', '2', '1'],
  ])('keeps the labels %s %s %s as they are written', (...labels) => {
    const places = labels.map((label, number) => place({ label, number, x: number * 50 }));
    const plan = sent(drawing({ sections: [seatSection({ rows: [row({ places })] })] }));
    expect(labels.map((_, number) => plan.place(number)?.label)).toEqual(labels);
  });

  it('names rows, tables and standing places by their words', () => {
    const sections = [
      seatSection({
        rows: [row({ label: '4', word: 'Table', seatWord: 'Chair' }), row({ label: 'Bar', word: '' }, { first: 10 })],
      }),
      standing({
        numbers: [
          { first: 20, count: 2 },
          { first: 30, count: 1 },
        ],
      }),
    ];
    const plan = sent(drawing({ sections, words: { row: 'Row', seat: 'Stool' } }));
    const name = (number: number) => seatName(plan.place(number) as never);
    expect([0, 10, 20, 30].map(name)).toEqual([
      'Stalls · Table 4 · Chair 1',
      'Stalls · Bar · Stool 1',
      'Pit · Place 1',
      'Pit · Place 3',
    ]);
    expect(plan.place(30)).toMatchObject({ row: '', category: 'all', placeInRow: 3, at: undefined });
    expect(plan.size).toBe(11);
  });

  it('has its marks as bits beside the statuses', () => {
    const places = [place({ wheelchair: true, aisle: true }), place({ number: 1, label: '2', x: 50, companionOf: 0 })];
    const { marks: bits } = drawnPlan(drawing({ sections: [seatSection({ rows: [row({ places })] })] }));
    expect(Array.from(bits)).toEqual([MARKS.wheelchair | MARKS.aisle, MARKS.companion]);
  });
});
