/** Light and dark grounds of the site. */
export const GROUNDS = ['#ffffff', '#121318'] as const;
/** The least contrast of a category with both grounds, by WCAG 2.2 (1.4.11). */
export const LEAST_CONTRAST = 3;
/** Luminances that have this contrast with both grounds, with room for rounding. */
const DARKEST = 0.13;
const BRIGHTEST = 0.29;

/** Contrast of two colors `#rrggbb`, from 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(color.slice(at, at + 2), 16) / 255));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** The ground on which a color `#rrggbb` is hard to see; undefined: it is easy to see on both. */
export function weakGround(color: string): 'light' | 'dark' | undefined {
  const weak = GROUNDS.find((ground) => contrast(color, ground) < LEAST_CONTRAST);
  return weak && (weak === GROUNDS[0] ? 'light' : 'dark');
}

/** The color itself, or the nearest one of its kind that is easy to see on light and dark ground: darker, or mixed with white. */
export function legibleColor(color: string): string {
  const bright = luminance(color);
  if (weakGround(color) === undefined) return color;
  if (bright > BRIGHTEST) return mapColor(color, (part) => part * (BRIGHTEST / bright));
  const white = (DARKEST - bright) / (1 - bright);
  return mapColor(color, (part) => part + (1 - part) * white);
}

/** The color with each of its parts, as light (linear, 0 to 1), changed. */
function mapColor(color: string, change: (part: number) => number): string {
  const parts = [1, 3, 5].map((at) => encoded(change(linear(parseInt(color.slice(at, at + 2), 16) / 255))));
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** The opposite of `linear`. */
function encoded(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}
