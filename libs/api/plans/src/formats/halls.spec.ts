import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError, drawnPlan, LaidOutPlan, Place, placeCount, planProblems, seatName } from '@modex/domain';
import { importPlan, PlanFormat } from './formats';
import { ImportedPlan } from './imported-plan';
import { stadium } from './stadium.builder';

interface Expected {
  readonly seats: number;
  readonly sections: Readonly<Record<string, number>>;
  readonly categories: Readonly<Record<string, number>>;
  readonly namesThatRepeat: number;
  readonly samples: Readonly<Record<string, string>>;
  readonly wheelchairOnlyInText?: readonly string[];
  readonly twoSeatsOfOneName?: Readonly<Record<string, readonly string[]>>;
  readonly attributes?: Readonly<Record<string, number>>;
  readonly firstSeatAt?: { readonly x: number; readonly y: number };
}

interface Broken {
  readonly outcome: 'refused' | 'accepted';
  readonly at: string;
  readonly mentions: readonly string[];
  readonly seats: number;
  readonly warnings: readonly { readonly at: string; readonly mentions: readonly string[] }[];
}

const FOLDER = join(__dirname, 'fixtures');
const read = (file: string): Buffer => readFileSync(join(FOLDER, file));
const expectedOf = <T>(file: string): Readonly<Record<string, T>> => JSON.parse(read(file).toString());
const formatOf = (file: string): PlanFormat => (file.endsWith('.csv') ? 'csv' : 'pretix');
const open = (file: string): ImportedPlan => importPlan(formatOf(file), read(file), 'A hall');

const HALLS = Object.entries(expectedOf<Expected>('expected.json'));
const BROKEN = Object.entries(expectedOf<Broken>('broken/expected.json'));

/** A hall as it is sold. */
class Hall {
  readonly plan: LaidOutPlan;
  readonly places: readonly Place[];
  private readonly guids = new Map<string, number>();

  constructor(readonly imported: ImportedPlan) {
    this.plan = drawnPlan(imported.drawing);
    this.places = Array.from({ length: this.plan.size }, (_, at) => this.plan.at(at));
    for (const section of imported.drawing.sections) {
      if (section.kind === 'standing') continue;
      for (const { guid, number } of section.rows.flatMap(({ places }) => places)) {
        if (guid !== undefined) this.guids.set(guid, number);
      }
    }
  }

  get names(): readonly string[] {
    return this.places.map(seatName);
  }

  nameOf(guid: string): string | undefined {
    const place = this.plan.place(this.guids.get(guid) ?? -1);
    return place && seatName(place);
  }

  count(by: (place: Place) => string): Readonly<Record<string, number>> {
    const counted = new Map<string, number>();
    for (const place of this.places) counted.set(by(place), (counted.get(by(place)) ?? 0) + 1);
    return Object.fromEntries(counted);
  }

  categoryName({ category }: Place): string {
    return this.plan.categories.find(({ key }) => key === category)?.name ?? '';
  }
}

/** A seat that counts anew behind an aisle is told from the first by its row: "K (2)". */
const asInFile = (name: string): string => name.replace(/ \(\d+\)(?= · |$)/, '');

describe.each(HALLS)('%s', (file, expected) => {
  let hall: Hall;
  beforeAll(() => void (hall = new Hall(open(file))));

  it('has its seats, by section and by category', () => {
    const named = Object.entries(expected.categories).map(([name, count]) => [name || 'Standard', count]);
    expect(hall.places).toHaveLength(expected.seats);
    expect(hall.count(({ section }) => section)).toEqual(expected.sections);
    expect(hall.count((place) => hall.categoryName(place))).toEqual(Object.fromEntries(named));
  });

  it('has every name once', () => expect(new Set(hall.names).size).toBe(expected.seats));

  it('has its names as the file says them', () => {
    const counted = new Map<string, number>();
    for (const name of hall.names) counted.set(asInFile(name), (counted.get(asInFile(name)) ?? 0) + 1);
    expect([...counted.values()].filter((times) => times > 1)).toHaveLength(expected.namesThatRepeat);
  });

  it('has the seats that are known by name', () => {
    for (const [key, name] of Object.entries(expected.samples)) {
      if (formatOf(file) === 'pretix') expect([key, hall.nameOf(key)]).toEqual([key, name]);
      else expect(hall.names).toContain(name);
    }
  });

  it('has nothing that stops it from being published', () => {
    expect(planProblems(hall.imported.drawing)).toEqual([]);
  });

  it('has warnings that are sentences, each with its place in the file', () => {
    const place = formatOf(file) === 'csv' ? /^line [1-9]\d*$/ : /^(?:\/[^/]+)*$/;
    for (const { at, warning } of hall.imported.warnings) {
      expect(at).toMatch(place);
      expect(warning).toMatch(/^[A-Z"`].*\.\)?$/);
    }
  });
});

describe('a hall', () => {
  const warningsOf = (file: string) => open(file).warnings.map(({ at, warning }) => `${at} ${warning}`);
  const told = (file: string, pattern: RegExp) => warningsOf(file).filter((warning) => pattern.test(warning));

  it('tells of wheelchair places that are only a text', () => {
    expect(told('theatre.pretix.json', /wheelchair places/i)).toHaveLength(2);
    expect(told('theatre.pretix.json', /start_direction/)).toHaveLength(1);
  });

  it('tells of standing places that are only a drawing, and mends a pale color', () => {
    expect(told('arena.pretix.json', /^\/zones\/0\/areas\/1 .*250 places/)).toHaveLength(1);
    expect(told('arena.pretix.json', /^\/categories\/1\/color .*#ffe066 .* changed to #/)).toHaveLength(1);
  });

  it('gives a category without a name one', () => {
    expect(told('cabaret.pretix.json', /^\/categories\/1\/name/)).toHaveLength(1);
  });

  it('merges pieces of a row whose numbers go on, and tells those that count anew apart', () => {
    const { drawing } = open('segments.pretix.json');
    const [great] = drawing.sections;
    const rows = great?.kind === 'seats' ? great.rows.map(({ label, places }) => `${label} ${places.length}`) : [];
    expect(rows.slice(0, 8)).toEqual(['A 20', 'B 20', 'C 20', 'D 21', 'E 20', 'F 20', 'G 9', 'G (2) 9']);
    expect(told('segments.pretix.json', /same seat numbers/)).toHaveLength(7);
    const hall = new Hall(open('segments.pretix.json'));
    expect(['s2a77e1d', 's8f71eaf'].map((guid) => hall.nameOf(guid))).toEqual([
      'Great Hall · Row K · Seat 3',
      'Great Hall · Row K (2) · Seat 3',
    ]);
  });

  it('has the drawings of its zones', () => {
    const kinds = (file: string) => open(file).drawing.decorations.map(({ kind }) => kind);
    expect(kinds('theatre.pretix.json')).toEqual(
      expect.arrayContaining(['polygon', 'rectangle', 'ellipse', 'ellipse', 'text']),
    );
    expect(open('broken/old-without-size.pretix.json').drawing.decorations).toEqual([
      expect.objectContaining({
        kind: 'rectangle',
        width: 120,
        height: 30,
        text: expect.objectContaining({ text: 'Stage' }),
      }),
    ]);
  });

  it('of a table has its marks and positions', () => {
    const hall = new Hall(open('hall.csv'));
    const count = (marked: (place: Place) => unknown) =>
      hall.places.filter((place) => marked(place) !== undefined).length;
    expect(
      ['aisle', 'wheelchair', 'restrictedView', 'companionOf'].map((mark) => count((place) => place[mark as 'aisle'])),
    ).toEqual([14, 2, 4, 2]);
    const companions = hall.places.filter(({ companionOf }) => companionOf !== undefined);
    expect(
      companions.map(({ row, label, companionOf }) => [row, label, hall.plan.place(companionOf ?? -1)?.label]),
    ).toEqual([
      ['F', '2', '1'],
      ['F', '18', '19'],
    ]);
    expect(new Hall(open('spreadsheet-from-excel.csv')).places[0]?.at).toEqual({ x: 152.5, y: 390.5 });
    expect(warningsOf('spreadsheet-from-excel.csv')).toEqual([expect.stringMatching(/^line 38 The seat "=1\+1"/)]);
  });

  it('without positions is laid out in centred rows', () => {
    const hall = new Hall(open('cinema.csv'));
    const rows = hall.plan.rows.map((_, row) =>
      hall.plan.placesOf(row).map((at) => hall.plan.at(at).at as { x: number; y: number }),
    );
    const middles = rows.map((row) => ((row[0]?.x ?? 0) + (row.at(-1)?.x ?? 0)) / 2);
    const depths = rows.map(([first]) => first?.y ?? 0);
    expect(rows.map(({ length }) => length)).toEqual([10, 12, 12, 14, 14, 16, 16, 8]);
    expect(new Set(middles).size).toBe(1);
    expect(depths).toEqual(depths.toSorted((a, b) => a - b));
    expect(told('cinema.csv', /centred rows/)).toHaveLength(1);
  });

  it('keeps the order of the file in rows and seats', () => {
    const { rows } = new Hall(open('arena.pretix.json')).plan;
    expect(rows.slice(0, 10).map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(rows.slice(-8).map(({ label }) => label)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']);
    expect(rows[0]?.drawn?.labels).toEqual({ from: 20, step: -1 });
  });
});

describe.each(BROKEN)('%s', (file, { outcome, at, mentions, seats, warnings }) => {
  it(`is ${outcome}, with the place and the words`, () => {
    if (outcome === 'accepted') {
      const imported = open(`broken/${file}`);
      expect(placeCount(imported.drawing)).toBe(seats);
      for (const expected of warnings) {
        const found = imported.warnings.filter((warning) => warning.at === expected.at);
        expect(found.some(({ warning }) => expected.mentions.every((word) => warning.includes(word)))).toBe(true);
      }
      return;
    }
    const [problem, ...others] = problemsOf(() => open(`broken/${file}`));
    expect(others).toEqual([]);
    expect(problem?.at).toBe(at);
    for (const word of mentions) expect(problem?.message).toContain(word);
  });

  it('is one of the files that are there', () => expect(readdirSync(join(FOLDER, 'broken'))).toContain(file));
});

interface Stadium {
  readonly total: number;
  readonly size: Parameters<typeof stadium>[0];
  readonly samples: readonly (readonly [guid: string, name: string])[];
}

describe.each<Stadium>([
  {
    total: 20_000,
    size: { tiers: 2, blocks: 20, rows: 25, seats: 20 },
    samples: [
      ['ffj', 'Block 220 · Row 25 · Seat 20'],
      ['k', 'Block 101 · Row 2 · Seat 1'],
      ['7ps', 'Block 201 · Row 1 · Seat 1'],
    ],
  },
  {
    total: 100_000,
    size: { tiers: 5, blocks: 40, rows: 20, seats: 25 },
    samples: [
      ['255r', 'Block 540 · Row 20 · Seat 25'],
      ['p', 'Block 101 · Row 2 · Seat 1'],
      ['ffk', 'Block 201 · Row 1 · Seat 1'],
    ],
  },
])('a stadium of $total seats', ({ total, size, samples }) => {
  it('has them all, in its sections and categories, by their names', () => {
    const hall = new Hall(importPlan('pretix', Buffer.from(JSON.stringify(stadium(size)))));
    expect(hall.places).toHaveLength(total);
    expect(Object.keys(hall.count(({ section }) => section))).toHaveLength(size.tiers * size.blocks);
    expect(hall.count((place) => hall.categoryName(place))).toEqual(
      Object.fromEntries(Array.from({ length: size.tiers }, (_, tier) => [`T${tier + 1}`, total / size.tiers])),
    );
    for (const [guid, name] of [['0', 'Block 101 · Row 1 · Seat 1'], ...samples] as const) {
      expect(hall.nameOf(guid)).toBe(name);
    }
    expect(new Set(hall.names).size).toBe(total);
    expect(planProblems(hall.imported.drawing)).toEqual([]);
  });
});

describe('a hall of which not everything has a name', () => {
  const seat = (guid: string, number: string, x: number) => ({
    seat_guid: guid,
    seat_number: number,
    position: { x, y: 0 },
    category: '',
  });
  const row = (number: string, y: number, ...seats: readonly object[]) => ({
    row_number: number,
    position: { x: 0, y },
    seats,
  });
  const zone = (name: string | undefined, x: number, ...rows: readonly object[]) => ({
    name,
    position: { x, y: 0 },
    rows,
  });
  const rows = [row('', 0, seat('a', '', 0), seat('b', '7', 30)), row('B', 30, seat('c', '1', 0), seat('d', '1', 30))];
  const named = (...zones: readonly object[]) => {
    const plan = { name: 'Hall', size: { width: 1, height: 1 }, categories: [{ name: '' }], zones };
    return new Hall(importPlan('pretix', Buffer.from(JSON.stringify(plan))));
  };
  const others = () => [row('A', 0, seat('e', '1', 0))];

  it('gets names, which are told', () => {
    const hall = named(zone('Left', 0, ...rows), zone('Left', 500, ...others()));
    expect(hall.names).toEqual([
      'Left · Row 1 · Seat 1',
      'Left · Row 1 · Seat 7',
      'Left · Row B · Seat 1',
      'Left · Row B · Seat 1 (2)',
      'Left (2) · Row A · Seat 1',
    ]);
    expect(hall.imported.warnings.map(({ at }) => at)).toEqual([
      '/categories/0/name',
      '/zones/0/rows/0',
      '/zones/0/rows/0',
      '/zones/0/rows/1/seats/1',
      '/zones/1/name',
    ]);
    expect(planProblems(hall.imported.drawing)).toEqual([]);
  });

  it('needs no name for its only section', () => {
    expect(named(zone(undefined, 0, ...others())).names).toEqual(['Row A, seat 1']);
  });
});

describe('a hall that is too large', () => {
  it('is refused with how many seats it has', () => {
    const plan = stadium({ tiers: 1, blocks: 1, rows: 1, seats: 100_001 });
    expect(problemsOf(() => importPlan('pretix', Buffer.from(JSON.stringify(plan))))).toEqual([
      expect.objectContaining({ code: 'too-many-places', at: '/zones', message: expect.stringContaining('100001') }),
    ]);
  });
});

function problemsOf(work: () => unknown): readonly { readonly at: string; readonly message: string }[] {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'plan-has-problems') return error.facts.problems ?? [];
    throw error;
  }
  return [];
}
