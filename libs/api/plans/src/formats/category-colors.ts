/** Colors of categories that have none: easy to see on light and dark ground, and apart from each other. */
const COLORS = [
  '#1976d2',
  '#c2185b',
  '#2e8b3d',
  '#b3631b',
  '#8e4ec6',
  '#00838f',
  '#c0392b',
  '#7a7a2a',
  '#5b6fd8',
  '#a0522d',
];

/** The color of the category that is the `index`-th, from 0. */
export function categoryColor(index: number): string {
  return COLORS[index % COLORS.length] as string;
}
