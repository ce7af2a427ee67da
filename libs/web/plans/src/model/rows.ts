import { DrawnRow, RowLine, rowLabel } from '@modex/domain';
import { Draft, DraftPlace, DraftRow, nextNumber } from './draft';
import { gapsOf, lineOf, middleOfEnds, pointsOnLine, pointsRound, rounded } from './row-line';

/** Lays the places of a row out anew; its aisles and the middle of its ends stay. */
export function layOut(row: DraftRow, changes: Partial<RowLine>, gaps: readonly number[] = gapsOf(row)): void {
  const line = { ...lineOf(row), ...changes };
  const middle = middleOfEnds(row.places);
  const steps = row.places.slice(1).map((_, at) => line.spacing + (gaps[at] ?? 0));
  pointsOnLine(line, steps).forEach((point, at) => {
    const place = row.places[at];
    if (place) Object.assign(place, rounded({ x: middle.x + point.x, y: middle.y + point.y }));
  });
  row.line = line;
}

/** Widens the row behind a place, or closes the aisle that is there. */
export function setGap(row: DraftRow, behind: number, width: number): void {
  const gaps = [...gapsOf(row)];
  gaps[behind] = Math.max(0, width);
  layOut(row, {}, gaps);
}

/** Makes a row longer or shorter at its right end; new places are like the last one, and their labels go on. */
export function setLength(draft: Draft, row: DraftRow, count: number, category: string): void {
  const isRound = isTable(row);
  const gaps = gapsOf(row);
  const last = row.places.at(-1);
  while (row.places.length > count) row.places.pop();
  while (row.places.length < count) {
    const label = nextLabel(row.places.map((place) => place.label));
    row.places.push({ ...{ number: nextNumber(draft), label, category: last?.category ?? category }, x: 0, y: 0 });
  }
  if (isRound) setRound(row, radiusOfTable(count));
  else if (count > 0) layOutFrom(row, gaps);
}

/** Whether the places of a row stand round a table. */
export function isTable({ line, places }: Pick<DrawnRow, 'line' | 'places'>): boolean {
  if (line !== undefined || places.length < 3) return false;
  const [x, y] = [mean(places.map((place) => place.x)), mean(places.map((place) => place.y))];
  const distances = places.map((place) => Math.hypot(place.x - x, place.y - y));
  return Math.max(...distances) - Math.min(...distances) < 2;
}

/** Puts the places of a row in a circle. */
export function setRound(row: DraftRow, radius: number): void {
  delete row.line;
  pointsRound(radius, row.places.length).forEach((point, at) => Object.assign(row.places[at] as DraftPlace, point));
}

/** How far chairs are from the middle of their table, so that they do not touch. */
export function radiusOfTable(chairs: number): number {
  return Math.max(60, Math.round((chairs * 55) / (2 * Math.PI)));
}

/** The label that follows: 12 after 11, C after B; another one if that is taken. */
export function nextLabel(labels: readonly string[]): string {
  const last = labels.at(-1);
  const taken = new Set(labels);
  const numbers = labels.filter((label) => /^\d{1,9}$/.test(label)).map(Number);
  if (last === undefined) return '1';
  if (/^\d+$/.test(last)) return `${Math.max(...numbers) + 1}`;
  for (let at = 0; ; at++) {
    const label = rowLabel(at);
    if (!taken.has(label) && (label > last || label.length > last.length)) return label;
  }
}

/** Whether rows are lettered: what the first row of a section is called, and what follows. */
export function nextRowLabel(rows: readonly Pick<DrawnRow, 'label'>[]): string {
  return rows.length === 0 ? 'A' : nextLabel(rows.map(({ label }) => label));
}

/** Lays out from the first place on, which stays where it is. */
function layOutFrom(row: DraftRow, gaps: readonly number[]): void {
  const first = { x: row.places[0]?.x ?? 0, y: row.places[0]?.y ?? 0 };
  layOut(row, row.line ?? { spacing: 50, angle: 0, bend: 0 }, gaps);
  const moved = { x: first.x - (row.places[0]?.x ?? 0), y: first.y - (row.places[0]?.y ?? 0) };
  for (const place of row.places) Object.assign(place, rounded({ x: place.x + moved.x, y: place.y + moved.y }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
