import { Decoration, PlanDrawing } from './drawing';
import { Point } from './plan';

/** What people write on a stage, or on what stands in its place. */
const STAGE_WORDS =
  /^\W*(?:stage|podium|screen|altar|pulpit|pitch|arena floor|bühne|leinwand|spielfeld|manege|sc[eè]ne|estrade|[eé]cran|escenario|pantalla|palco|palcoscenico|scena|toneel|podi)\b/iu;

/**
 * The stage of a plan. Imported plans have none, since other programs know only drawings: theirs is the first drawing that
 * is called so. Null where nothing is.
 */
export function stageOf({ stage, decorations }: Pick<PlanDrawing, 'stage' | 'decorations'>): Decoration | null {
  if (stage !== null) return stage;
  const named = decorations.filter(({ text }) => text !== undefined && STAGE_WORDS.test(text.text));
  return named.find(({ kind }) => kind !== 'text') ?? named[0] ?? null;
}

/** The middle of a drawing, in plan units. */
export function middleOfShape(shape: Decoration): Point {
  const { x, y } = shape;
  if (shape.kind === 'rectangle') return turned(shape, { x: shape.width / 2, y: shape.height / 2 });
  if (shape.kind === 'polygon') return turned(shape, meanOf(shape.points));
  return { x, y };
}

function turned({ x, y, rotation }: Decoration, from: Point): Point {
  const angle = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x + from.x * cos - from.y * sin, y: y + from.x * sin + from.y * cos };
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) };
}
