import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { drawnPlan, PlanDrawing, planProblems, seatName, SeatSection, StandingSection } from '@modex/domain';
import { templateDrawing } from '../templates';
import { guarded, unguarded } from './csv/formula-guard';
import { exportPlan, importPlan, PlanFormat } from './formats';

const read = (file: string): Buffer => readFileSync(join(__dirname, 'fixtures', file));
const FILES = [
  'theatre.pretix.json',
  'arena.pretix.json',
  'cabaret.pretix.json',
  'segments.pretix.json',
  'hall.csv',
  'cinema.csv',
  'spreadsheet-from-excel.csv',
];
const open = (file: string): PlanDrawing => importPlan(file.endsWith('.csv') ? 'csv' : 'pretix', read(file)).drawing;
const again = (format: PlanFormat, drawing: PlanDrawing): PlanDrawing =>
  importPlan(format, Buffer.from(exportPlan(format, drawing).text), drawing.name).drawing;

/** Each place by its name, with its category and where it is. */
function placesOf(drawing: PlanDrawing): readonly (readonly unknown[])[] {
  const plan = drawnPlan(drawing);
  const names = new Map(drawing.categories.map(({ key, name }) => [key, name]));
  return Array.from({ length: plan.size }, (_, at) => plan.at(at)).map((place) => {
    const { wheelchair, restrictedView, aisle, companionOf, tooltip, at } = place;
    const of = companionOf === undefined ? undefined : plan.place(companionOf);
    return [
      seatName(place),
      names.get(place.category),
      at,
      { wheelchair, restrictedView, aisle, tooltip },
      of && seatName(of),
    ];
  });
}

function guidsOf({ sections }: PlanDrawing): readonly unknown[] {
  return sections.flatMap((section) =>
    section.kind === 'seats' ? section.rows.flatMap(({ places }) => places.map(({ guid }) => guid)) : [],
  );
}

describe.each(FILES)('%s', (file) => {
  it('is exactly the same after our own format', () => {
    const drawing = open(file);
    expect(again('modex', drawing)).toEqual(JSON.parse(JSON.stringify(drawing)));
  });

  it('has the same places after the format of pretix, but for their marks, and the same guids', () => {
    const [before, after] = [open(file), again('pretix', open(file))];
    const bare = (drawing: PlanDrawing) => placesOf(drawing).map((place) => place.slice(0, 3));
    expect(bare(after)).toEqual(bare(before));
    const known = guidsOf(before).filter((guid) => guid !== undefined);
    expect(guidsOf(after)).toEqual(known.length > 0 ? known : expect.any(Array));
    expect(after.decorations).toHaveLength(before.decorations.length + (before.stage === null ? 0 : 1));
  });

  it('has the same places after a table', () => {
    expect(placesOf(again('csv', open(file)))).toEqual(placesOf(open(file)));
  });
});

describe('a table', () => {
  const ours = (): PlanDrawing => ({ name: 'Hall', venue: null, ...templateDrawing('tables') });

  it('carries the words of rows and places, and standing places', () => {
    const pit: StandingSection = {
      ...{ kind: 'standing', key: 'pit', name: 'Pit', x: 0, y: 2_000, rotation: 0, width: 100, height: 100 },
      ...{ category: 'standard', numbers: [{ first: 72, count: 30 }] },
    };
    const drawing: PlanDrawing = { ...ours(), sections: [...ours().sections, pit], nextNumber: 102 };
    const names = (drawn: PlanDrawing) => placesOf(drawn).map(([name]) => name);
    expect(names(again('csv', drawing))).toEqual(names(drawing));
    expect(names(drawing)).toEqual(expect.arrayContaining(['Floor · Table 12 · Chair 6', 'Pit · Place 30']));
    expect(exportPlan('pretix', drawing).losses).toEqual([expect.stringContaining('30 standing places')]);
    expect(names(again('pretix', drawing))).toEqual(names(drawing).slice(0, 72));
  });

  it('of a turned section has its places where they are', () => {
    const [floor] = ours().sections as [SeatSection];
    const drawing: PlanDrawing = { ...ours(), sections: [{ ...floor, rotation: 30 }] };
    const positions = (drawn: PlanDrawing) => placesOf(drawn).map(([, , at]) => at as { x: number; y: number });
    for (const format of ['csv', 'pretix'] as const) {
      positions(again(format, drawing)).forEach(({ x, y }, at) => {
        expect(x).toBeCloseTo(positions(drawing)[at]?.x ?? NaN, 0);
        expect(y).toBeCloseTo(positions(drawing)[at]?.y ?? NaN, 0);
      });
    }
  });

  it('has no cell that a spreadsheet computes', () => {
    const { text } = exportPlan('csv', open('spreadsheet-from-excel.csv'));
    expect(text).toContain('"\'=1+1"');
    expect(text).not.toMatch(/(?:^|,)"?[=+@]/m);
  });

  it('gives back every text as it was', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((rest) => `=${rest}`),
      fc.constantFrom("'", "''=1", "'=", '+', '-1', '@x'),
    );
    fc.assert(fc.property(text, (label) => expect(unguarded(guarded(label))).toBe(label)));
    fc.assert(fc.property(text, (label) => expect(guarded(label)).not.toMatch(/^[=+\-@]/)));
  });

  const HEAD = 'section;row;seat;category;x;y;attributes\n';
  const names = (text: string | Buffer) => placesOf(importPlan('csv', Buffer.from(text)).drawing).map(([name]) => name);
  const refusal = (text: string) => {
    try {
      return importPlan('csv', Buffer.from(text));
    } catch (error) {
      return (error as { facts: { problems: readonly { at: string; message: string }[] } }).facts.problems;
    }
  };

  it('is read from Windows-1252, tabs and UTF-16 too', () => {
    const latin = Buffer.from('section\trow\tseat\nParkett gr\u00fcn\tA\t1\n', 'latin1');
    expect(names(latin)).toEqual(['Parkett grün · Row A · Seat 1']);
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('section,row,seat\nGrün,A,1\n', 'utf16le')]);
    expect(names(wide)).toEqual(['Grün · Row A · Seat 1']);
    expect(names('"sep=;"\r\nReihe;Platz\r\nA;1\r\n')).toEqual(['Row A, seat 1']);
  });

  it('without a needed column, a seat or a number for a position is refused, by its line', () => {
    expect(refusal('a,b\n1,2\n')).toEqual([
      expect.objectContaining({ at: 'line 1', message: expect.stringContaining('`seat`') }),
    ]);
    expect(refusal('')).toEqual([expect.objectContaining({ at: 'line 1' })]);
    expect(refusal(`${HEAD};;;;;;\n`)).toEqual([expect.objectContaining({ code: 'no-places' })]);
    expect(refusal(`${HEAD}S;A;;N;;;\n\nS;A;2;N;1;NaN;\n`)).toEqual([
      expect.objectContaining({ at: 'line 2', message: expect.stringContaining('seat') }),
      expect.objectContaining({ at: 'line 4', message: expect.stringContaining('number') }),
    ]);
    expect(refusal(`${HEAD}S;A;"1;N;;;\n`)).toEqual([expect.objectContaining({ code: 'wrong-shape' })]);
  });

  it('tells columns and attributes that it does not know', () => {
    const { warnings } = importPlan(
      'csv',
      Buffer.from('row,seat,price,attributes\nA,1,20,wheelchair|heated\nA,2,20,heated\n'),
    );
    expect(warnings.map(({ at, warning }) => `${at}: ${warning}`)).toEqual([
      expect.stringMatching(/^line 1: The column `price`/),
      expect.stringMatching(/^line 2: The seat of line 2 has no category.*2 times/),
      expect.stringMatching(/^line 2: The attribute "heated".*2 times/),
      expect.stringMatching(/^line 1: The table has no positions/),
    ]);
  });

  it('of which some seats have positions has the others laid out beside them, on none of them', () => {
    const { drawing } = importPlan('csv', Buffer.from(`${HEAD}S;A;1;N;100;100;\nS;A;2;N;;;\nS;B;1;N;;;\nT;A;1;N;;;\n`));
    expect(planProblems(drawing)).toEqual([]);
    expect(placesOf(drawing).map(([, , at]) => at)).toEqual([
      { x: 100, y: 100 },
      { x: 150, y: 100 },
      expect.objectContaining({ y: 190 }),
      expect.anything(),
    ]);
  });
});
