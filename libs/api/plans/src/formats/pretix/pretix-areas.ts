import { Decoration, DrawnText, Point } from '@modex/domain';
import { Warnings } from '../imported-plan';
import { hexColor } from './pretix-colors';
import { PretixArea, PretixPoint, PretixText } from './pretix-format';

/** The height of letters where a file does not say. */
const TEXT_SIZE = 16;
const WHEELCHAIR =
  /wheel\s?chair|rollstuhl|rollator|accessib|barrierefrei|fauteuil|handicap|disabled|silla de ruedas|carrozz|♿/i;
const STANDING = /\bstanding\b|stehpl|general admission|\bGA\b|places? debout|in piedi|de pie/i;

type Shape = Pick<Decoration, 'x' | 'y' | 'rotation' | 'color' | 'border' | 'text'>;

/** The drawings of a zone, each as a decoration of the plan; what cannot be drawn is told. */
export function decorationsOf(
  areas: readonly PretixArea[],
  zone: PretixPoint,
  pointer: string,
  warnings: Warnings,
): readonly Decoration[] {
  return areas.flatMap((area, at): readonly Decoration[] => {
    const where = `${pointer}/areas/${at}`;
    const drawn = decorationOf(area, zone, where, warnings);
    tellWords(area, where, warnings);
    if (drawn !== undefined) return [drawn];
    warnings.add(where, 'The drawing has nothing that can be drawn here and was not carried over.');
    return [];
  });
}

function decorationOf(area: PretixArea, zone: PretixPoint, where: string, warnings: Warnings): Decoration | undefined {
  const shape = shapeOf(area, zone, where, warnings);
  const { rectangle, circle, ellipse, polygon, width, height } = area;
  switch (area.shape ?? 'old') {
    case 'rectangle':
      return rectangle ? { kind: 'rectangle', ...shape, ...sizeOf(rectangle.width, rectangle.height) } : undefined;
    case 'circle':
      return circle ? { kind: 'ellipse', ...shape, ...radii(circle.radius, circle.radius) } : undefined;
    case 'ellipse':
      return ellipse ? { kind: 'ellipse', ...shape, ...radii(ellipse.radius.x, ellipse.radius.y) } : undefined;
    case 'polygon':
      return polygon && polygon.points.length > 1
        ? { kind: 'polygon', ...shape, points: polygon.points.map(({ x, y }) => ({ x, y })) }
        : undefined;
    case 'text':
      return shape.text === undefined ? undefined : { kind: 'text', ...shape, text: shape.text };
    case 'old':
      return width === undefined || height === undefined
        ? undefined
        : { kind: 'rectangle', ...shape, ...sizeOf(width, height) };
    default:
      return undefined;
  }
}

function sizeOf(width: number, height: number): { readonly width: number; readonly height: number } {
  return { width: Math.abs(width), height: Math.abs(height) };
}

function radii(radiusX: number, radiusY: number): { readonly radiusX: number; readonly radiusY: number } {
  return { radiusX: Math.abs(radiusX), radiusY: Math.abs(radiusY) };
}

function shapeOf(area: PretixArea, zone: PretixPoint, where: string, warnings: Warnings): Shape {
  const { x = 0, y = 0 } = area.position ?? {};
  const colorOf = (color: string | null | undefined): string | undefined => {
    const hex = hexColor(color);
    if (hex === undefined && color) {
      warnings.count(
        `color ${color}`,
        where,
        `The color ${color.slice(0, 30)} of a drawing is no #rrggbb and was left to the theme.`,
      );
    }
    return hex;
  };
  const [color, border] = [colorOf(area.color), colorOf(area.border_color)];
  const text = textOf(area, colorOf);
  return {
    x: zone.x + x,
    y: zone.y + y,
    rotation: area.rotation ?? 0,
    ...(color === undefined || area.shape === 'text' ? {} : { color }),
    ...(border === undefined || area.shape === 'text' ? {} : { border }),
    ...(text === undefined ? {} : { text }),
  };
}

function textOf(
  { text, width, height }: PretixArea,
  colorOf: (color: string | null | undefined) => string | undefined,
): DrawnText | undefined {
  if (text === undefined || text === null || wordsOf(text) === '') return undefined;
  if (typeof text === 'string') {
    const middle = { x: (width ?? 0) / 2, y: (height ?? 0) / 2 };
    return { ...middle, text: wordsOf(text), size: TEXT_SIZE };
  }
  const color = colorOf(text.color);
  const at: Point = { x: text.position?.x ?? 0, y: text.position?.y ?? 0 };
  return {
    ...at,
    text: wordsOf(text),
    size: Math.abs(text.size ?? TEXT_SIZE),
    ...(color === undefined ? {} : { color }),
  };
}

function wordsOf(text: PretixText | string | null | undefined): string {
  return (typeof text === 'string' ? text : (text?.text ?? '')).trim();
}

/** Tells of what is only written in a drawing: places for wheelchairs and for people who stand. */
function tellWords({ text }: PretixArea, where: string, warnings: Warnings): void {
  const words = wordsOf(text);
  if (WHEELCHAIR.test(words)) {
    warnings.add(
      where,
      `The text "${words}" names wheelchair places, but the format marks no places, so none were marked. Mark them in the editor.`,
    );
  }
  if (!STANDING.test(words)) return;
  const [count] = /\d+/.exec(words) ?? [];
  const places = count === undefined ? 'Places' : `${count} places`;
  warnings.add(
    where,
    `"${words}" is only a drawing: ${places} to stand on were not made. Draw a standing section in the editor to sell them.`,
  );
}
