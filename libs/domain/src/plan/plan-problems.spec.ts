import { drawing, place, row, seatSection, standing } from './drawing.builder';
import { DrawnRow, PlanDrawing } from './drawing';
import { PLAN_PROBLEMS } from './plan-problem';
import { planProblems } from './plan-problems';

const oneSection = (...rows: readonly DrawnRow[]): PlanDrawing => drawing({ sections: [seatSection({ rows })] });
const two = (changes: Parameters<typeof place>[0]): PlanDrawing =>
  oneSection(row({ places: [place(), place({ number: 1, label: '2', x: 50, ...changes })] }));
const long = 'x'.repeat(200);

/** Each kind of problem by a drawing that has it, with the words and the place of what is told. */
const TABLE: readonly (readonly [string, PlanDrawing, string, string])[] = [
  ['no-places', drawing({ sections: [] }), 'The plan has no places; 1 to 100,000 are possible.', '/sections'],
  [
    'too-many-places',
    drawing({ sections: [standing({ numbers: [{ first: 0, count: 100_001 }] })] }),
    'The plan has 100001 places; at most 100000 are possible.',
    '/sections',
  ],
  [
    'too-many-parts',
    drawing({
      categories: Array.from({ length: 51 }, (_, at) => ({
        key: at === 0 ? 'all' : `${at}`,
        name: 'A',
        color: '#1976d2',
      })),
    }),
    'The plan has 51 categories; at most 50 are possible.',
    '/categories',
  ],
  ['bad-text', drawing({ name: '' }), 'The name of the plan must not be empty.', '/name'],
  [
    'bad-text',
    two({ tooltip: long }),
    'The hint of a place has at most 190 characters.',
    '/sections/0/rows/0/places/1/tooltip',
  ],
  ['bad-text', two({ label: '\n' }), 'The label of a place must not be empty.', '/sections/0/rows/0/places/1/label'],
  [
    'bad-text',
    drawing({ decorations: [{ kind: 'text', x: 0, y: 0, rotation: 0, text: { x: 0, y: 0, size: 16, text: long } }] }),
    'The text of a drawing has at most 190 characters.',
    '/decorations/0/text/text',
  ],
  [
    'bad-text',
    drawing({ words: { row: long, seat: 'Seat' } }),
    'The word for rows has at most 50 characters.',
    '/words/row',
  ],
  [
    'same-category',
    drawing({ categories: ['a', 'b'].map((name) => ({ key: 'all', name, color: '#1976d2' })) }),
    'Two categories have the key all.',
    '/categories/1/key',
  ],
  [
    'same-section',
    drawing({ sections: [seatSection(), seatSection({ key: 'other', rows: [row({ y: 90 }, { first: 10 })] })] }),
    'Two sections are named Stalls.',
    '/sections/1/name',
  ],
  [
    'same-row',
    oneSection(row({ label: 'C' }), row({ label: 'C', y: 90 }, { first: 10 })),
    'Two rows are named C in Stalls.',
    '/sections/0/rows/1/label',
  ],
  ['same-seat', two({ label: '1' }), 'Two places are named 1 in Row A in Stalls.', '/sections/0/rows/0/places/1/label'],
  ['same-number', two({ number: 0 }), 'Two places have the number 0.', '/sections/0/rows/0/places/1/number'],
  [
    'bad-number',
    { ...two({}), nextNumber: 1 },
    'A 2 has the number 1; numbers are below nextNumber, 1.',
    '/sections/0/rows/0/places/1/number',
  ],
  [
    'unknown-category',
    two({ category: 'gold' }),
    'A 2 has the category gold, which the plan does not have.',
    '/sections/0/rows/0/places/1/category',
  ],
  [
    'unknown-companion',
    two({ companionOf: 0 }),
    'A 2 belongs to a wheelchair place that is none.',
    '/sections/0/rows/0/places/1/companionOf',
  ],
  ['places-overlap', two({ x: 4 }), 'A 1 and A 2 overlap.', '/sections/0/rows/0/places/1'],
  ['places-overlap', two({ x: 15, radius: 30 }), 'A 1 and A 2 overlap.', '/sections/0/rows/0/places/1'],
  [
    'out-of-reach',
    two({ x: 1e15 }),
    'Stalls · Row A · Seat 2 lies outside of the plan; positions go up to 100000, a kilometre.',
    '/sections/0/rows/0/places/1',
  ],
  [
    'weak-color',
    drawing({ categories: [{ key: 'all', name: 'B', color: '#ffe066' }] }),
    'The color of B is hard to see on a light ground; choose another one.',
    '/categories/0/color',
  ],
  [
    'empty-row',
    oneSection(row(), row({ label: 'B', places: [] })),
    'Row B in Stalls has no places.',
    '/sections/0/rows/1',
  ],
];

describe('what is wrong with a drawing', () => {
  it.each(TABLE)('%s', (code, drawn, message, at) => {
    expect(planProblems(drawn)).toEqual([expect.objectContaining({ code, message, at })]);
  });

  it('has an example of each kind', () => {
    expect(new Set(TABLE.map(([code]) => code))).toEqual(new Set(PLAN_PROBLEMS));
  });

  it('is nothing for a good one', () => {
    const sections = [
      seatSection({ rows: [row(), row({ label: 'B', y: 90 }, { first: 10 })] }),
      seatSection({ key: 'balcony', name: 'Balcony', y: 900, rows: [row({}, { first: 20 })] }),
      standing(),
    ];
    expect(planProblems(drawing({ sections }))).toEqual([]);
  });

  it('is told twenty times of each kind at most', () => {
    const places = Array.from({ length: 60 }, (_, number) =>
      place({ number, label: `${number}`, x: number * 50, category: 'gold' }),
    );
    expect(planProblems(oneSection(row({ places })))).toHaveLength(20);
  });

  it('names the places, so that they can be shown', () => {
    expect(planProblems(two({ x: 1 }))[0]?.numbers).toEqual([0, 1]);
  });

  it('stops nobody for a weak color or an empty row', () => {
    const severities = TABLE.flatMap(([code, drawn]) => planProblems(drawn).map(({ severity }) => [code, severity]));
    expect(severities.filter(([, severity]) => severity === 'warning').map(([code]) => code)).toEqual([
      'weak-color',
      'empty-row',
    ]);
  });
});
