/** A color of a file as `#rrggbb`; undefined for one that is written in another way. */
export function hexColor(color: string | null | undefined): string | undefined {
  const [, short] = /^#([0-9a-f]{3,4})$/i.exec(color ?? '') ?? [];
  if (short !== undefined) return `#${[...short.slice(0, 3)].map((digit) => digit + digit).join('')}`.toLowerCase();
  const [, long] = /^#([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(color ?? '') ?? [];
  return long === undefined ? undefined : `#${long.toLowerCase()}`;
}
