import { DrawnRow, PlanDrawing, planProblems, SeatSection, StandingSection } from '@modex/domain';
import fc from 'fast-check';
import { create } from 'mutative';
import { emptyDrawing, templateDrawing, TEMPLATES } from '../templates/templates';
import { addRows, addSection, addStanding, addTable } from './add';
import { move, remove, rotate, setCapacity } from './change';
import { copy, paste } from './copy';
import { Command, DraftSeats, DraftStanding } from './draft';
import { Change, DrawingHistory } from './history';
import { mergeRows } from './merge';
import { addCategory, howMany, paintCategory, removeCategory, setAttribute } from './paint';
import { allPlaced, placesByNumber } from './places';
import { renumberRows, renumberSeats } from './renumber';
import { gapsOf, lineOf } from './row-line';
import { layOut, setGap, setLength } from './rows';
import { everything, NOTHING, ofPlaces, ofSection, Selection, toggled, widened } from './selection';

const BLOCK = { name: 'Stalls', rows: 3, seats: 6, spacing: 50, depth: 90, bend: 0, rotation: 0 };

const after = (drawing: PlanDrawing, command: Command): PlanDrawing => create(drawing, command);
const hall = (changes: Partial<typeof BLOCK> = {}): PlanDrawing =>
  after(emptyDrawing('Hall'), (draft) => void addSection(draft, { ...BLOCK, ...changes }, { x: 500, y: 400 }));
const seats = ({ sections }: PlanDrawing, at = 0) => sections[at] as SeatSection;
const row = (drawing: PlanDrawing, at = 0) => seats(drawing).rows[at] as DrawnRow;
const labels = ({ places }: DrawnRow) => places.map(({ label }) => label).join(' ');
const spots = (drawing: PlanDrawing) => allPlaced(drawing).map(({ x, y }) => [Math.round(x), Math.round(y)]);
const rowNumbers = (drawing: PlanDrawing, at: number) => row(drawing, at).places.map(({ number }) => number);
const firstRow = (draft: Parameters<Command>[0]) => (draft.sections[0] as DraftSeats).rows[0] as DraftSeats['rows'][0];

describe('rows', () => {
  it('bend in an arc with equal distances, whose middle is as far away as is said', () => {
    const { places } = row(hall({ bend: 60, seats: 7, rows: 1 }));
    const steps = places
      .slice(1)
      .map((place, at) => Math.hypot(place.x - (places[at]?.x ?? 0), place.y - (places[at]?.y ?? 0)));
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.1);
    expect((places[3]?.y ?? 0) - (places[0]?.y ?? 0)).toBeCloseTo(60, 0);
    expect((places[6]?.y ?? 0) - (places[0]?.y ?? 0)).toBeCloseTo(0, 1);
  });

  it('keep their aisles and the middle of their ends when they are laid out anew', () => {
    const split = after(hall(), (draft) => setGap(firstRow(draft), 2, 100));
    expect(gapsOf(row(split))).toEqual([0, 0, 100, 0, 0]);
    const bent = after(split, (draft) => layOut(firstRow(draft), { bend: 30, spacing: 60 }));
    expect(gapsOf(row(bent)).map((gap) => Math.round(gap / 10))).toEqual([0, 0, 10, 0, 0]);
    const [first, last] = [row(bent).places[0], row(bent).places.at(-1)];
    expect(((first?.x ?? 0) + (last?.x ?? 0)) / 2).toBeCloseTo(0, 1);
  });

  it('are known by their places where nobody kept their line', () => {
    const { line, ...bare } = row(hall({ bend: 40, seats: 9 }));
    expect(line).toBeDefined();
    const found = lineOf(bare);
    expect([Math.round(found.spacing), Math.round(found.bend), found.angle]).toEqual([50, 40, 0]);
  });

  it('grow at their right end with new numbers, and shrink there', () => {
    const longer = after(hall(), (draft) => setLength(draft, firstRow(draft), 8, 'standard'));
    expect(labels(row(longer))).toBe('1 2 3 4 5 6 7 8');
    expect(
      row(longer)
        .places.map(({ number }) => number)
        .slice(-2),
    ).toEqual([18, 19]);
    expect(row(longer).places[0]).toEqual(row(hall()).places[0]);
    expect(labels(row(after(longer, (draft) => setLength(draft, firstRow(draft), 2, 'standard'))))).toBe('1 2');
  });

  it('are added behind the last one, and their labels go on', () => {
    const more = after(hall(), (draft) => void addRows(draft, 'stalls', { ...BLOCK, rows: 2 }));
    expect(
      seats(more)
        .rows.map(({ label }) => label)
        .join(''),
    ).toBe('ABCDE');
    expect(planProblems(more)).toEqual([]);
  });
});

describe('what is selected', () => {
  it('moves as a whole section by its position alone', () => {
    const before = hall({ rotation: 90 });
    const moved = after(before, (draft) => move(draft, ofSection(seats(before)), { x: 10, y: -20 }));
    expect(seats(moved).rows).toBe(seats(before).rows);
    expect(spots(moved)).toEqual(spots(before).map(([x, y]) => [(x ?? 0) + 10, (y ?? 0) - 20]));
  });

  it('moves in the direction of the plan, in a turned section too', () => {
    const before = hall({ rotation: 90 });
    const moved = after(before, (draft) => move(draft, ofPlaces([0, 6, 7, 8, 9, 10, 11]), { x: 10, y: 0 }));
    const by = (number: number) =>
      (placesByNumber(moved).get(number)?.x ?? 0) - (placesByNumber(before).get(number)?.x ?? 0);
    expect([0, 1, 6].map((number) => Math.round(by(number)))).toEqual([10, 0, 10]);
  });

  it('turns round a point: whole sections, rows and places alike', () => {
    const before = hall();
    const round = { x: 500, y: 400 };
    const some = [ofSection(seats(before)), ofPlaces(rowNumbers(before, 0)), ofPlaces([0, 1])];
    for (const selection of some) {
      const quarter = after(before, (draft) => rotate(draft, selection, 90, round));
      const place = placesByNumber(before).get(1);
      const turned = placesByNumber(quarter).get(1);
      expect(turned?.x).toBeCloseTo(round.x - ((place?.y ?? 0) - round.y), 0);
      expect(turned?.y).toBeCloseTo(round.y + ((place?.x ?? 0) - round.x), 0);
    }
  });

  it('goes with what is empty then, and companions forget wheelchair places that are gone', () => {
    const marked = after(hall(), (draft) => {
      setAttribute(draft, ofPlaces([0]), 'wheelchair', true);
      setAttribute(draft, ofPlaces([1]), 'companion', true);
    });
    expect(placesByNumber(marked).get(1)?.place.companionOf).toBe(0);
    const fewer = after(marked, (draft) => remove(draft, ofPlaces([0, ...rowNumbers(marked, 1)])));
    expect(seats(fewer).rows.map(({ label }) => label)).toEqual(['A', 'C']);
    expect(placesByNumber(fewer).get(1)?.place.companionOf).toBeUndefined();
    expect(after(marked, (draft) => remove(draft, everything(marked))).sections).toEqual([]);
  });

  it('is copied with numbers and names of its own', () => {
    const before = hall();
    const copied = copy(before, ofPlaces(rowNumbers(before, 1)));
    const both = after(before, (draft) => void paste(draft, copied, { x: 0, y: 900 }));
    expect(both.sections.map(({ name }) => name)).toEqual(['Stalls', 'Stalls 2']);
    expect(planProblems(both)).toEqual([]);
    expect(new Set(allPlaced(both).map(({ place }) => place.number)).size).toBe(24);
  });

  it('grows from a place to its row, and then to its section', () => {
    const drawing = hall();
    const rowOfIt = widened(drawing, ofPlaces([7]));
    expect([...rowOfIt.places]).toEqual([7, 6, 8, 9, 10, 11]);
    expect(widened(drawing, rowOfIt).places.size).toBe(18);
    expect(toggled(rowOfIt, ofPlaces([7])).places.size).toBe(5);
  });
});

describe('what is said of places', () => {
  it('is painted and taken away', () => {
    const two = after(hall(), (draft) => paintCategory(draft, ofPlaces([0, 1]), addCategory(draft, 'Premium')));
    expect(allPlaced(two).filter(({ place }) => place.category === 'premium')).toHaveLength(2);
    expect(planProblems(two)).toEqual([]);
    const one = after(two, (draft) => removeCategory(draft, 'premium', 'standard'));
    expect(planProblems(one)).toEqual([]);
    const marked = after(hall(), (draft) => setAttribute(draft, ofPlaces([0]), 'aisle', true));
    expect(howMany(row(marked).places, 'aisle')).toBe('some');
  });

  it('is numbered by a scheme, anew behind an aisle if wished', () => {
    const split = after(hall(), (draft) => setGap(firstRow(draft), 2, 100));
    const whole = ofPlaces([0]);
    const by = (scheme: Parameters<typeof renumberSeats>[2]) =>
      labels(row(after(split, (draft) => renumberSeats(draft, whole, scheme))));
    expect(by({ kind: 'numbers', start: 1, way: 'right', atAisle: 'continue' })).toBe('6 5 4 3 2 1');
    expect(by({ kind: 'numbers', start: 1, way: 'left', atAisle: 'restart' })).toBe('1 2 3 1 2 3');
    expect(by({ kind: 'odd', start: 1, way: 'left', atAisle: 'continue' })).toBe('1 3 5 7 9 11');
    const rows = after(split, (draft) =>
      renumberRows(draft, ofPlaces([0, 6, 12]), { kind: 'roman', start: 1 }, 'back'),
    );
    expect(seats(rows).rows.map(({ label }) => label)).toEqual(['III', 'II', 'I']);
  });

  it('says how many stand, and gives new places new numbers', () => {
    const pit = { name: 'Pit', capacity: 5, width: 400, height: 200 };
    const before = after(hall(), (draft) => void addStanding(draft, pit, { x: 0, y: 0 }));
    const resize =
      (capacity: number): Command =>
      (draft) =>
        setCapacity(draft, draft.sections[1] as DraftStanding, capacity);
    const grown = after(after(before, resize(3)), resize(6));
    expect((grown.sections[1] as StandingSection).numbers).toEqual([
      { first: 18, count: 3 },
      { first: 23, count: 3 },
    ]);
  });
});

describe('the steps of a drawing', () => {
  const pick = (drawing: PlanDrawing, seed: number): Selection => {
    const all = everything(drawing);
    const places = [...all.places].filter((number) => (number * 7 + seed) % 5 === 0);
    return seed % 3 === 0 ? all : { ...NOTHING, places: new Set(places) };
  };
  const COMMANDS: readonly ((seed: number) => Command)[] = [
    (seed) => (draft) => void addSection(draft, { ...BLOCK, seats: 1 + (seed % 9), bend: seed }, { x: seed, y: seed }),
    (seed) => (draft) => void addTable(draft, { chairs: 3 + (seed % 6), section: 'Tables' }, { x: seed * 9, y: 0 }),
    (seed) => (draft) => move(draft, pick(draft as PlanDrawing, seed), { x: seed, y: -seed }),
    (seed) => (draft) => rotate(draft, pick(draft as PlanDrawing, seed), seed, { x: 100, y: 100 }),
    (seed) => (draft) => remove(draft, pick(draft as PlanDrawing, seed)),
    (seed) => (draft) => mergeRows(draft, pick(draft as PlanDrawing, seed)),
    (seed) => (draft) =>
      void paste(draft, copy(draft as PlanDrawing, pick(draft as PlanDrawing, seed)), { x: 5, y: seed }),
    (seed) => (draft) => setAttribute(draft, pick(draft as PlanDrawing, seed), 'wheelchair', seed % 2 === 0),
    (seed) => (draft) => paintCategory(draft, pick(draft as PlanDrawing, seed), addCategory(draft, 'Another')),
  ];
  const deed = fc.record({ which: fc.nat(COMMANDS.length + 1), seed: fc.integer({ min: 1, max: 400 }) });

  it('can all be taken back and done again, and what is sent makes the same drawing elsewhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEMPLATES), fc.array(deed, { maxLength: 12 }), (template, deeds) => {
        const start = templateDrawing(template, 'Hall');
        let elsewhere: unknown = cloned(start);
        const history = new DrawingHistory(start, (changes) => (elsewhere = carriedOut(elsewhere, changes)));
        for (const { which, seed } of deeds) {
          const command = COMMANDS[which];
          if (command) history.do('Something', command(seed));
          else if (which % 2 === 0) history.undo();
          else history.redo();
        }
        const end = history.drawing();
        expect(elsewhere).toEqual(end);
        while (history.undo());
        expect({ ...history.drawing(), nextNumber: 0 }).toEqual({ ...start, nextNumber: 0 });
        expect(history.drawing().nextNumber).toBeGreaterThanOrEqual(end.nextNumber);
      }),
      { numRuns: 60 },
    );
  });

  it('of one run are taken back together, and never give numbers free', () => {
    const history = new DrawingHistory(hall());
    for (let at = 0; at < 3; at++) history.do('Move', (draft) => move(draft, ofPlaces([0]), { x: 1, y: 0 }), 'arrows');
    history.do('Add', (draft) => void addTable(draft, { chairs: 4, section: 'Floor' }, { x: 0, y: 0 }));
    expect([history.undo(), history.undo(), history.undo()]).toEqual(['Add', 'Move', undefined]);
    expect({ ...history.drawing(), nextNumber: 18 }).toEqual(hall());
    expect(history.drawing().nextNumber).toBe(22);
  });
});

/** JSON Patch as the API carries it out. */
function carriedOut(drawing: unknown, changes: readonly Change[]): unknown {
  const root: unknown = cloned(drawing);
  for (const { op, path, value } of changes) {
    const keys = path.slice(1).split('/');
    const key = keys.at(-1) as string;
    const holder = keys.slice(0, -1).reduce((at, name) => (at as Record<string, unknown>)[name], root);
    const copied = value === undefined ? undefined : cloned(value);
    if (Array.isArray(holder) && key !== 'length') {
      if (op === 'add') holder.splice(key === '-' ? holder.length : Number(key), 0, copied);
      else if (op === 'remove') holder.splice(Number(key), 1);
      else holder[Number(key)] = copied;
    } else if (op === 'remove') delete (holder as Record<string, unknown>)[key];
    else (holder as Record<string, unknown>)[key] = copied;
  }
  return root;
}

function cloned<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
