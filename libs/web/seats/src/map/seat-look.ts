import { LaidOutPlan } from '@modex/domain';
import { MapColours } from './map-colours';

/** How the seats of one kind are painted. */
export interface SeatLook {
  readonly fill: string;
  readonly edge: string;
  /** What is drawn inside: the number of a free seat, or why it is not free. */
  readonly mark: SeatSign;
}

export type SeatSign = 'number' | 'cross' | 'dot' | 'none';

/** Codes of the packed status. */
const FREE = 0;
const HELD = 1;
const BLOCKED = 3;

/** To customers a seat is free or taken; staff see why: a sold one is filled, a held one has a dot, a blocked one a cross. */
export interface Onlooker {
  readonly colours: MapColours;
  readonly isStaff: boolean;
}

/** The colour of a category. Where there is one only, nothing has to be told apart: free is the colour of the theme. */
export function categoryColour({ categories }: LaidOutPlan, category: number): string | undefined {
  return categories.length > 1 ? categories[category]?.color : undefined;
}

/** The look of the seats of a status; free ones have the colour of their category, if there is one. */
export function lookOf({ colours, isStaff }: Onlooker, code: number, category: string | undefined): SeatLook {
  if (code !== FREE && isStaff) return staffLook(colours, code);
  if (code !== FREE) return { fill: colours.takenFill, edge: colours.taken, mark: 'cross' };
  if (category === undefined || colours.isForced) return { fill: colours.freeFill, edge: colours.free, mark: 'number' };
  return { fill: `color-mix(in srgb, ${category} 20%, ${colours.ground})`, edge: category, mark: 'number' };
}

function staffLook(colours: MapColours, code: number): SeatLook {
  if (code === HELD) return { fill: colours.ground, edge: colours.held, mark: 'dot' };
  if (code === BLOCKED) return { fill: colours.ground, edge: colours.blocked, mark: 'cross' };
  return { fill: colours.sold, edge: colours.sold, mark: 'none' };
}

/** Adds a chair seen from above to the path: its back is the round side, away from the stage. `half`: half its width. */
export function addChair(ctx: CanvasRenderingContext2D, x: number, y: number, half: number): void {
  const front = 0.35 * half;
  ctx.moveTo(x, y);
  ctx.roundRect(x - half, y - half, 2 * half, 2 * half, [front, front, half, half]);
}

/** Adds the sign of a seat that is not free to the path. */
export function addSign(
  ctx: CanvasRenderingContext2D,
  sign: SeatSign,
  at: { x: number; y: number; half: number },
): void {
  const { x, y, half } = at;
  const arm = 0.42 * half;
  if (sign === 'cross') {
    ctx.moveTo(x - arm, y - arm);
    ctx.lineTo(x + arm, y + arm);
    ctx.moveTo(x + arm, y - arm);
    ctx.lineTo(x - arm, y + arm);
  } else if (sign === 'dot') {
    ctx.moveTo(x + arm / 2, y);
    ctx.arc(x, y, arm / 2, 0, 2 * Math.PI);
  }
}

/** Adds a wheelchair to the path: a wheel, a back, a seat and a foot. */
export function addWheelchair(ctx: CanvasRenderingContext2D, x: number, y: number, half: number): void {
  const unit = half / 10;
  ctx.moveTo(x + 3.2 * unit, y + 2.6 * unit);
  ctx.arc(x - 0.6 * unit, y + 2.6 * unit, 3.8 * unit, 0, 2 * Math.PI);
  ctx.moveTo(x - 1.4 * unit, y - 4.2 * unit);
  ctx.lineTo(x - 1.4 * unit, y + 0.6 * unit);
  ctx.lineTo(x + 3 * unit, y + 0.6 * unit);
  ctx.lineTo(x + 5 * unit, y + 5.4 * unit);
  ctx.moveTo(x - 0.4 * unit, y - 6.2 * unit);
  ctx.arc(x - 1.4 * unit, y - 6.2 * unit, unit, 0, 2 * Math.PI);
}
