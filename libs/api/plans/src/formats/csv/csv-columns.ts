/** What a column of a table holds. */
export const COLUMNS = [
  'section',
  'row',
  'seat',
  'category',
  'x',
  'y',
  'attributes',
  'row word',
  'seat word',
  'guid',
  'hint',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Other names of columns that spreadsheets have. */
const OTHER_NAMES: Readonly<Record<string, Column>> = {
  block: 'section',
  zone: 'section',
  bereich: 'section',
  reihe: 'row',
  rang: 'row',
  rangée: 'row',
  platz: 'seat',
  place: 'seat',
  'seat number': 'seat',
  sitz: 'seat',
  siège: 'seat',
  kategorie: 'category',
  catégorie: 'category',
  'price category': 'category',
  attribute: 'attributes',
  merkmale: 'attributes',
  tooltip: 'hint',
  hinweis: 'hint',
};

/** The column of a name in the first line; undefined: unknown. */
export function columnOf(name: string): Column | undefined {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
  return COLUMNS.find((column) => column === plain) ?? OTHER_NAMES[plain];
}
