import { PackedStatus } from '@modex/domain';
import { Box, cornersOfStanding, MapGeometry, PlanPoint } from './map-geometry';

/** A section as a shape. */
export interface SectionHull {
  readonly name: string;
  /** What tells its name from those of the others: "101" of "Block 101". */
  readonly short: string;
  readonly outline: readonly PlanPoint[];
  readonly middle: PlanPoint;
  /** How much room there is for its name. */
  readonly room: { readonly width: number; readonly height: number };
  /** Its seats, by their index. */
  readonly seats: readonly number[];
  /** Which category most of them have, by its index. */
  readonly category: number;
  readonly isStanding: boolean;
}

const hulls = new WeakMap<MapGeometry, readonly SectionHull[]>();

/** The sections that have a name, as shapes: made once for a plan. */
export function hullsOf(geometry: MapGeometry): readonly SectionHull[] {
  const known = hulls.get(geometry) ?? makeHulls(geometry);
  hulls.set(geometry, known);
  return known;
}

function makeHulls(geometry: MapGeometry): readonly SectionHull[] {
  const { sections } = geometry.plan.layout;
  const rowsOf = sections.map((): (readonly number[])[] => []);
  geometry.rows.forEach((seats, row) => {
    if (seats.length > 0) rowsOf[geometry.plan.rows[row]?.section ?? -1]?.push(seats);
  });
  const names = shortNames(sections.map(({ name }) => name));
  return sections.flatMap((section, at) => {
    const rows = rowsOf[at] ?? [];
    if (section.name === '' || (rows.length === 0 && section.kind !== 'standing')) return [];
    const outline = section.kind === 'standing' ? cornersOfStanding(section) : outlineOf(geometry, rows);
    const seats = section.kind === 'standing' ? geometry.standingSeats(section) : rows.flat();
    return [
      {
        ...{ name: section.name, short: names[at] as string, outline, seats, ...roomIn(outline) },
        ...{ category: mostFrequent(geometry, seats), isStanding: section.kind === 'standing' },
      },
    ];
  });
}

/** Along the first row, the ends of the rows, and the last row, so that it bends as they do; straight lines have no corners. */
function outlineOf(geometry: MapGeometry, rows: readonly (readonly number[])[]): readonly PlanPoint[] {
  const { plan, pitch } = geometry;
  const ends = (end: 0 | -1): readonly number[] => rows.slice(1, -1).flatMap((row) => row.at(end) ?? []);
  const along = [...(rows[0] ?? []), ...ends(-1), ...[...(rows.at(-1) ?? [])].reverse(), ...[...ends(0)].reverse()];
  const points = along.map((index) => ({ x: plan.x[index] as number, y: plan.y[index] as number }));
  const middle = middleOf(points);
  const wider = points.map(({ x, y }) => {
    const [dx, dy] = [x - middle.x, y - middle.y];
    const far = Math.hypot(dx, dy) || 1;
    return { x: x + (dx / far) * pitch, y: y + (dy / far) * pitch };
  });
  return withoutStraights(wider, pitch / 4);
}

/** Leaves out each point that is nearly on the line from the last one that stays to the next. */
function withoutStraights(points: readonly PlanPoint[], least: number): readonly PlanPoint[] {
  const kept: PlanPoint[] = [];
  points.forEach((point, at) => {
    const [from, to] = [kept.at(-1), points[(at + 1) % points.length] as PlanPoint];
    if (from === undefined || distance(point, from, to) > least) kept.push(point);
  });
  return kept;
}

function distance(point: PlanPoint, from: PlanPoint, to: PlanPoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(point.x - from.x, point.y - from.y);
  return Math.abs(dx * (point.y - from.y) - dy * (point.x - from.x)) / length;
}

function middleOf(points: readonly PlanPoint[]): PlanPoint {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** A shape that fills the box around it has its room; one that is turned has that of a square of its area. */
function roomIn(outline: readonly PlanPoint[]): Pick<SectionHull, 'middle' | 'room'> {
  const { left, top, right, bottom } = boxAround(outline);
  const [width, height] = [right - left, bottom - top];
  const area = areaOf(outline);
  const square = Math.sqrt(area);
  const isUpright = area > 0.8 * width * height;
  return {
    middle: { x: (left + right) / 2, y: (top + bottom) / 2 },
    room: isUpright ? { width, height } : { width: square, height: square },
  };
}

function areaOf(outline: readonly PlanPoint[]): number {
  const twice = outline.reduce((sum, { x, y }, at) => {
    const next = outline[(at + 1) % outline.length] as PlanPoint;
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The box around some points. */
export function boxAround(points: readonly PlanPoint[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function mostFrequent({ plan }: MapGeometry, seats: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const index of seats) {
    const category = plan.category[index] as number;
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0] as const)[0];
}

/** Names without the words that all of them begin with; as they are where something would have none left. */
export function shortNames(names: readonly string[]): readonly string[] {
  const named = names.filter((name) => name !== '');
  const words = named.map((name) => name.split(' '));
  const [first = []] = words;
  let common = 0;
  while (named.length > 1 && words.every((one) => one.length > common + 1 && one[common] === first[common])) common++;
  return names.map((name) => (name === '' ? '' : name.split(' ').slice(common).join(' ')));
}

/** The part of a shape that is filled, from below, when it is filled up to a share of its height. */
export function filledTo(outline: readonly PlanPoint[], share: number): readonly PlanPoint[] {
  const { top, bottom } = boxAround(outline);
  const level = bottom - share * (bottom - top);
  return outline.flatMap((from, at) => {
    const to = outline[(at + 1) % outline.length] as PlanPoint;
    const kept = from.y >= level ? [from] : [];
    if (from.y >= level === to.y >= level) return kept;
    const along = (level - from.y) / (to.y - from.y);
    return [...kept, { x: from.x + along * (to.x - from.x), y: level }];
  });
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
