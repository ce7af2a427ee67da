import { MARKS, rowName } from '@modex/domain';
import { SeatMark } from '@modex/web-ui';
import { ShowPlan } from '../show-plan';

/** Writes the price of a category by its key; undefined where it has none. */
export type PriceOf = (category: string) => string | undefined;

/** The words for each mark, after the name of a seat. Translated once, with a gap: some hundred are filled in at once. */
const LABELS: Readonly<Record<SeatMark, string>> = {
  free: $localize`[seat], free`,
  chosen: $localize`[seat], chosen`,
  mine: $localize`[seat], yours`,
  taken: $localize`[seat], taken`,
  lost: $localize`[seat], just taken by someone else`,
};

/** "Row C, seat 12, free"; with all that is said of it: "Row C, seat 12, wheelchair place, 45 €, free". */
export function seatWords(show: ShowPlan, index: number, mark: SeatMark, priceOf?: PriceOf): string {
  const place = show.placeAt(index);
  const bits = show.plan.marks[index] as number;
  const said = [
    show.nameAt(index),
    bits & MARKS.wheelchair ? $localize`wheelchair place` : '',
    bits & MARKS.companion ? $localize`place for a companion` : '',
    bits & MARKS.restrictedView ? $localize`restricted view` : '',
    place.tooltip ?? '',
    priceOf?.(place.category) ?? '',
  ];
  return LABELS[mark].replace('[seat]', () => said.filter((part) => part !== '').join(', '));
}

/** What a row is called: "Row C", "Stalls · Row C". */
export function rowWords({ plan }: ShowPlan, row: number): string {
  const planned = plan.rows[row];
  if (!planned) return '';
  const section = plan.layout.sections[planned.section]?.name ?? '';
  return [section, rowName(planned)].filter((part) => part !== '').join(' · ');
}

/** "Row 3 of 14 from the stage". */
export function whereWords(show: ShowPlan, index: number): string {
  const { rowOrder } = show.placeAt(index);
  const rows = show.plan.rows.filter(({ drawn }) => drawn !== undefined).length;
  return $localize`Row ${rowOrder}:row: of ${rows}:rows: from the stage`;
}
