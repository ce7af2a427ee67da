import { DrawnPlace, DrawnRow, PLAN_WORDS, PlanDrawing, SeatSection, StandingSection } from './drawing';

/** Drawings for tests: what is not said is the simplest that has no problem. */
export function drawing(changes: Partial<PlanDrawing> = {}): PlanDrawing {
  const sections = changes.sections ?? [seatSection()];
  const numbers = sections.flatMap((section) =>
    section.kind === 'seats'
      ? section.rows.flatMap(({ places }) => places.map(({ number }) => number))
      : section.numbers.map(({ first, count }) => first + count - 1),
  );
  return {
    name: 'Linden Theatre',
    venue: null,
    width: 1_000,
    height: 800,
    words: PLAN_WORDS,
    categories: [{ key: 'all', name: 'All', color: '#1976d2' }],
    stage: null,
    decorations: [],
    nextNumber: Math.max(-1, ...numbers) + 1,
    ...changes,
    sections,
  };
}

export function seatSection(changes: Partial<SeatSection> = {}): SeatSection {
  return { kind: 'seats', key: 'stalls', name: 'Stalls', x: 100, y: 200, rotation: 0, rows: [row()], ...changes };
}

export function standing(changes: Partial<StandingSection> = {}): StandingSection {
  const shape = { x: 0, y: 500, width: 400, height: 200, rotation: 0 };
  return {
    kind: 'standing',
    key: 'pit',
    name: 'Pit',
    ...shape,
    category: 'all',
    numbers: [{ first: 100, count: 5 }],
    ...changes,
  };
}

/** A straight row of so many places whose numbers begin at `first`. */
export function row(changes: Partial<DrawnRow> = {}, { count = 4, first = 0 } = {}): DrawnRow {
  const places = Array.from({ length: count }, (_, at) =>
    place({ number: first + at, label: `${at + 1}`, x: at * 50 }),
  );
  return { label: 'A', x: 0, y: 0, places, ...changes };
}

export function place(changes: Partial<DrawnPlace> = {}): DrawnPlace {
  return { number: 0, label: '1', x: 0, y: 0, category: 'all', ...changes };
}
