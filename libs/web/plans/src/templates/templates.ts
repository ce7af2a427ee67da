import { PLAN_WORDS, PlanDrawing } from '@modex/domain';
import { create } from 'mutative';
import { addSection, addStanding, addTable, setStage } from '../model/add';
import { Command, Draft, DraftSeats } from '../model/draft';
import { COLORS, paintCategory } from '../model/paint';
import { renumberRows, renumberSeats } from '../model/renumber';
import { setGap } from '../model/rows';
import { ofPlaces } from '../model/selection';

/** What a new plan can begin as. */
export const TEMPLATES = ['theatre', 'cinema', 'arena', 'cabaret', 'classroom'] as const;
export type Template = (typeof TEMPLATES)[number];

const AISLE = 110;

const DRAWN: Readonly<Record<Template, Command>> = {
  theatre: (draft) => {
    setStage(draft, { width: 900, height: 180 }, { x: 1000, y: 170 });
    const stalls = { name: 'Stalls', rows: 10, seats: 20, spacing: 55, depth: 95, bend: 90, rotation: 0 };
    addSection(draft, stalls, { x: 1000, y: 800 });
    for (const row of seatsOf(draft, 0).rows) setGap(row, 9, AISLE);
    addSection(draft, { ...stalls, name: 'Balcony', rows: 4, seats: 26 }, { x: 1000, y: 1650 });
    category(draft, 'premium', 'Premium', rowsOf(draft, 0, 0, 4));
    category(draft, 'balcony', 'Balcony', rowsOf(draft, 1, 0, 4));
  },
  cinema: (draft) => {
    setStage(draft, { width: 900, height: 40 }, { x: 800, y: 80 });
    draft.stage = { ...draft.stage, text: { text: 'SCREEN', size: 28, x: 450, y: 20 } } as Draft['stage'];
    const screen = { name: 'Screen 1', rows: 9, seats: 16, spacing: 60, depth: 110, bend: 40, rotation: 0 };
    addSection(draft, screen, { x: 800, y: 700 });
    category(draft, 'comfort', 'Comfort', rowsOf(draft, 0, 6, 9));
  },
  arena: (draft) => {
    setStage(draft, { width: 1000, height: 500 }, { x: 1500, y: 1300 });
    const block = { rows: 8, seats: 18, spacing: 50, depth: 85, bend: 0, rotation: 0 };
    addSection(draft, { ...block, name: 'South' }, { x: 1500, y: 2300 });
    addSection(draft, { ...block, name: 'West', rotation: 90 }, { x: 500, y: 1300 });
    addSection(draft, { ...block, name: 'North', rotation: 180 }, { x: 1500, y: 300 });
    addSection(draft, { ...block, name: 'East', rotation: 270 }, { x: 2500, y: 1300 });
    addStanding(draft, { name: 'Floor', capacity: 250, width: 1000, height: 180 }, { x: 1500, y: 1700 });
    category(draft, 'standing', 'Standing', []);
    paintCategory(draft, { places: new Set(), standing: new Set(['floor']), shapes: new Set() }, 'standing');
  },
  cabaret: (draft) => {
    setStage(draft, { width: 700, height: 180 }, { x: 1000, y: 170 });
    for (let table = 0; table < 12; table++) {
      const [column, line] = [table % 4, Math.floor(table / 4)];
      const at = { x: 480 + column * 320 + (line % 2 === 0 ? 0 : 80), y: 520 + line * 300 };
      addTable(draft, { chairs: 6, section: 'Floor' }, at);
    }
    category(draft, 'dinner', 'Dinner', rowsOf(draft, 0, 0, 4));
  },
  classroom: (draft) => {
    setStage(draft, { width: 400, height: 30 }, { x: 500, y: 60 });
    draft.stage = { ...draft.stage, text: { text: 'BOARD', size: 22, x: 200, y: 15 } } as Draft['stage'];
    addSection(
      draft,
      { name: 'Room', rows: 5, seats: 6, spacing: 60, depth: 140, bend: 0, rotation: 0 },
      { x: 500, y: 500 },
    );
    for (const row of seatsOf(draft, 0).rows) for (const behind of [1, 3]) setGap(row, behind, 70);
    const all = ofPlaces(rowsOf(draft, 0, 0, 5));
    renumberSeats(draft, all, { kind: 'letters', start: 1, way: 'left', atAisle: 'continue' });
    renumberRows(draft, all, { kind: 'numbers', start: 1 }, 'back');
  },
};

/** The drawing of a template, without any problem. */
export function templateDrawing(template: Template, name: string, venue: string | null = null): PlanDrawing {
  return create(emptyDrawing(name, venue), DRAWN[template]);
}

/** A plan without anything in it but one category. */
export function emptyDrawing(name: string, venue: string | null = null): PlanDrawing {
  return {
    ...{ name, venue, width: 2000, height: 1600, words: PLAN_WORDS },
    categories: [{ key: 'standard', name: 'Standard', color: COLORS[0] as string }],
    ...{ stage: null, decorations: [], sections: [], nextNumber: 0 },
  };
}

function category(draft: Draft, key: string, name: string, places: readonly number[]): void {
  draft.categories.push({ key, name, color: COLORS[draft.categories.length] as string });
  paintCategory(draft, ofPlaces(places), key);
}

function seatsOf(draft: Draft, section: number): DraftSeats {
  return draft.sections[section] as DraftSeats;
}

function rowsOf(draft: Draft, section: number, from: number, to: number): readonly number[] {
  return seatsOf(draft, section)
    .rows.slice(from, to)
    .flatMap(({ places }) => places.map(({ number }) => number));
}
