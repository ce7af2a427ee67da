import { DrawnPlace, DrawnRow, PLAN_WORDS, PlanDrawing, rowLabel, ROW_DEPTH, SEAT_WIDTH } from '@modex/domain';
import { categoryColor } from './formats/category-colors';

/** What a new plan may begin as. */
export const TEMPLATES = ['blank', 'rows', 'theatre', 'tables', 'standing'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

type Drawn = Pick<PlanDrawing, 'sections' | 'stage' | 'nextNumber'>;

const [WIDTH, HEIGHT] = [2_000, 1_600];
const CATEGORY = 'standard';
const STAGE = { kind: 'rectangle', x: 600, y: 80, width: 800, height: 160, rotation: 0 } as const;
/** From the place of one line of tables to the next, and how far chairs are from the middle of their table. */
const [TABLE_DISTANCE, TABLE_RADIUS, CHAIRS] = [300, 80, 6];
const STANDING_PLACES = 300;

const DRAWN: Readonly<Record<TemplateName, () => Drawn>> = {
  blank: () => ({ sections: [], stage: null, nextNumber: 0 }),
  rows: () =>
    hall(
      Array.from({ length: 10 }, () => 20),
      0,
    ),
  theatre: () =>
    hall(
      Array.from({ length: 12 }, (_, at) => 18 + at),
      120,
    ),
  tables,
  standing,
};

/** The drawing of a template; its name and venue are the caller's. */
export function templateDrawing(template: TemplateName): Omit<PlanDrawing, 'name' | 'venue'> {
  const categories = [{ key: CATEGORY, name: 'Standard', color: categoryColor(0) }];
  return { width: WIDTH, height: HEIGHT, words: PLAN_WORDS, categories, decorations: [], ...DRAWN[template]() };
}

/** Rows of so many seats each, bent by so much towards their ends. */
function hall(counts: readonly number[], bend: number): Drawn {
  let number = 0;
  const rows = counts.map((count, at): DrawnRow => {
    const half = (count - 1) / 2;
    const places = Array.from({ length: count }, (_, index): DrawnPlace => {
      const fromMiddle = (index - half) * SEAT_WIDTH;
      const y = bend === 0 ? 0 : Math.round(-bend * (fromMiddle / (10 * SEAT_WIDTH)) ** 2);
      return { number: number++, label: `${index + 1}`, category: CATEGORY, x: fromMiddle, y };
    });
    return { label: rowLabel(at), x: 0, y: at * ROW_DEPTH, line: { spacing: SEAT_WIDTH, angle: 0, bend }, places };
  });
  return { stage: STAGE, sections: [{ ...seats('Stalls'), x: WIDTH / 2, y: 450, rows }], nextNumber: number };
}

function tables(): Drawn {
  let number = 0;
  const rows = Array.from({ length: 12 }, (_, at): DrawnRow => {
    const [column, line] = [at % 4, Math.floor(at / 4)];
    const places = Array.from({ length: CHAIRS }, (__, index): DrawnPlace => {
      const angle = (2 * Math.PI * index) / CHAIRS;
      const [x, y] = [Math.round(TABLE_RADIUS * Math.sin(angle)), Math.round(-TABLE_RADIUS * Math.cos(angle))];
      return { number: number++, label: `${index + 1}`, category: CATEGORY, x, y };
    });
    const position = { x: column * TABLE_DISTANCE, y: line * TABLE_DISTANCE };
    return { label: `${at + 1}`, word: 'Table', seatWord: 'Chair', ...position, places };
  });
  return { stage: STAGE, sections: [{ ...seats('Floor'), x: 550, y: 500, rows }], nextNumber: number };
}

function standing(): Drawn {
  const area = { x: 400, y: 350, width: 1_200, height: 900, rotation: 0 };
  const numbers = [{ first: 0, count: STANDING_PLACES }];
  return {
    stage: STAGE,
    sections: [{ kind: 'standing', key: 'floor', name: 'Floor', ...area, category: CATEGORY, numbers }],
    nextNumber: STANDING_PLACES,
  };
}

function seats(name: string) {
  return { kind: 'seats', key: name.toLowerCase(), name, rotation: 0 } as const;
}
