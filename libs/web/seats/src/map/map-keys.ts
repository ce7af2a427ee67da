import { moveFrom, SeatMove } from './map-cells';
import { MapGeometry } from './map-geometry';
import { SeatMarks } from './seat-marks';

const MOVES: Readonly<Record<string, SeatMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'rowStart',
  End: 'rowEnd',
};
const WITH_CONTROL: Readonly<Record<string, SeatMove>> = { Home: 'first', End: 'last' };

/** Whether a key asks for the next free seat. */
export function asksForFree({ key, ctrlKey }: KeyboardEvent): boolean {
  return key === 'n' && !ctrlKey;
}

/** Where a key leads from a seat; undefined where it does not move. */
export function movedBy({ key, ctrlKey }: KeyboardEvent, geometry: MapGeometry, from: number): number | undefined {
  const move = (ctrlKey ? WITH_CONTROL : MOVES)[key];
  return move && moveFrom(geometry, from, move);
}

/** The next free seat in the order of the plan, from the front again after the last one; undefined where no other is free. */
export function nextFree({ plan, rows }: MapGeometry, marks: SeatMarks, from: number): number | undefined {
  for (let away = 1; away < plan.size; away++) {
    const index = (from + away) % plan.size;
    if (marks.of(index) === 'free' && rows[plan.row[index] as number]?.length) return index;
  }
  return undefined;
}
