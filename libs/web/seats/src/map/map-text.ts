/** The size that widths are measured at, in pixels. */
const MEASURED = 20;

/** The font of what is written on the map. @param size in pixels of the screen */
export function fontOf(size: number): string {
  return `650 ${size}px "Inter Variable", system-ui, sans-serif`;
}

let widths = new Map<string, number>();

/** How wide a text is in that font. Measured once: that takes longer than drawing it. */
export function widthOf(ctx: CanvasRenderingContext2D, text: string, size: number): number {
  const known = widths.get(text);
  if (known !== undefined) return (known * size) / MEASURED;
  const before = ctx.font;
  ctx.font = fontOf(MEASURED);
  const { width } = ctx.measureText(text);
  ctx.font = before;
  widths.set(text, width);
  return (width * size) / MEASURED;
}

/** The font has come: what was measured in another one is measured again. */
export function forgetWidths(): void {
  widths = new Map();
}
