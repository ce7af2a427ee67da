import { labels, LabelScheme } from '@modex/domain';
import { Draft, DraftRow } from './draft';
import { gapsOf } from './row-line';
import { Selection } from './selection';

/** How seats are labelled anew. */
export interface SeatScheme extends LabelScheme {
  /** Whether numbers begin anew behind each aisle of a row, or go on. */
  readonly atAisle: 'continue' | 'restart';
}

/** Labels the seats of all rows of which something is selected. */
export function renumberSeats(draft: Draft, selection: Selection, scheme: SeatScheme): void {
  for (const row of rowsOf(draft, selection)) {
    const pieces = scheme.atAisle === 'restart' ? piecesOf(row) : [row.places];
    for (const places of pieces) {
      const given = labels(scheme, places.length);
      places.forEach((place, at) => (place.label = given[at] ?? place.label));
    }
  }
}

/** From which row labels are given. */
export type RowWay = 'front' | 'back';

/** Labels the rows of which something is selected, section by section, from the stage or from the back. */
export function renumberRows(draft: Draft, selection: Selection, scheme: Omit<LabelScheme, 'way'>, from: RowWay): void {
  for (const section of draft.sections) {
    if (section.kind !== 'seats') continue;
    const rows = section.rows.filter((row) => isTouched(row, selection));
    const given = labels({ ...scheme, way: from === 'front' ? 'left' : 'right' }, rows.length);
    rows.forEach((row, at) => (row.label = given[at] ?? row.label));
  }
}

/** The parts of a row between its aisles. */
function piecesOf(row: DraftRow): readonly DraftRow['places'][] {
  const gaps = gapsOf(row);
  const pieces: DraftRow['places'][] = [[]];
  row.places.forEach((place, at) => {
    if ((gaps[at - 1] ?? 0) > 0) pieces.push([]);
    pieces.at(-1)?.push(place);
  });
  return pieces;
}

function rowsOf(draft: Draft, selection: Selection): readonly DraftRow[] {
  return draft.sections.flatMap((section) =>
    section.kind === 'seats' ? section.rows.filter((row) => isTouched(row, selection)) : [],
  );
}

function isTouched({ places }: DraftRow, selection: Selection): boolean {
  return places.some(({ number }) => selection.places.has(number));
}
