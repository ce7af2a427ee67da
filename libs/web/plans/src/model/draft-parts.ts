import { Draft, DraftRow, DraftSeats, DraftStanding } from './draft';
import { Selection, ShapeRef } from './selection';

/** Calls for each row of which something is selected. */
export function eachRow(
  draft: Draft,
  { places }: Selection,
  change: (row: DraftRow, section: DraftSeats) => void,
): void {
  for (const section of draft.sections) {
    if (section.kind !== 'seats') continue;
    for (const row of section.rows) if (row.places.some(({ number }) => places.has(number))) change(row, section);
  }
}

/** The section of this key; undefined where there is none. */
export function sectionIn(draft: Draft, key: string): DraftSeats | DraftStanding | undefined {
  return draft.sections.find((section) => section.key === key);
}

/** The shape, or the stage. */
export function shapeIn(draft: Draft, ref: ShapeRef): Draft['stage'] {
  return ref === 'stage' ? draft.stage : (draft.decorations[ref] ?? null);
}

/** Sets a word of a part, or leaves it to the plan. */
export function setWord<K extends string>(part: { [key in K]?: string | undefined }, key: K, word: string): void {
  if (word === '') delete part[key];
  else part[key] = (word === '-' ? '' : word) as (typeof part)[K];
}
