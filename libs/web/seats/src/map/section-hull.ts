import { PackedStatus } from '@modex/domain';
import { MapGeometry, PlanPoint } from './map-geometry';

/** A section as a shape. */
export interface SectionHull {
  readonly outline: readonly PlanPoint[];
  readonly middle: PlanPoint;
  /** Its seats, by their index. */
  readonly seats: readonly number[];
}

const hulls = new WeakMap<MapGeometry, Map<number, SectionHull>>();

/** The shape of a section: along its first row, the ends of its rows, and its last row, so that it bends as they do. */
export function hullOf(geometry: MapGeometry, section: number): SectionHull {
  const known = hulls.get(geometry) ?? new Map<number, SectionHull>();
  hulls.set(geometry, known);
  const hull = known.get(section) ?? makeHull(geometry, section);
  known.set(section, hull);
  return hull;
}

function makeHull(geometry: MapGeometry, section: number): SectionHull {
  const { plan } = geometry;
  const rows = geometry.rows.filter((seats, row) => plan.rows[row]?.section === section && seats.length > 0);
  const seats = rows.flat();
  const point = (index: number): PlanPoint => ({ x: plan.x[index] as number, y: plan.y[index] as number });
  const middle = {
    x: seats.reduce((sum, index) => sum + (plan.x[index] as number), 0) / seats.length,
    y: seats.reduce((sum, index) => sum + (plan.y[index] as number), 0) / seats.length,
  };
  const ends = (end: 0 | -1): readonly number[] => rows.slice(1, -1).flatMap((row) => row.at(end) ?? []);
  const along = [...(rows[0] ?? []), ...ends(-1), ...[...(rows.at(-1) ?? [])].reverse(), ...[...ends(0)].reverse()];
  const outline = along.map(point).map(({ x, y }) => {
    const [dx, dy] = [x - middle.x, y - middle.y];
    const far = Math.hypot(dx, dy) || 1;
    return { x: x + (dx / far) * geometry.pitch, y: y + (dy / far) * geometry.pitch };
  });
  return { outline, middle, seats };
}

const counted = new WeakMap<PackedStatus, Map<readonly number[], number>>();

/** How many of these seats are free. The list is known by itself: the same seats are counted once for a status. */
export function freeOf(status: PackedStatus | undefined, seats: readonly number[]): number {
  if (!status) return seats.length;
  const known = counted.get(status) ?? new Map<readonly number[], number>();
  counted.set(status, known);
  const free = known.get(seats) ?? seats.reduce((sum, index) => (status.codeAt(index) === 0 ? sum + 1 : sum), 0);
  known.set(seats, free);
  return free;
}
