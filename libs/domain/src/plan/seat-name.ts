import { PLAN_WORDS } from './drawing';
import { Place } from './plan';

/** A seat by its name. A sold seat keeps its name, whatever happens to the plan. */
export interface NamedSeat {
  readonly id: string;
  /** Name of its section; empty where it is not said. */
  readonly section: string;
  /** Its row; a string, since venues also name rows: "C", and "Table 4" or "Bar" where it is no row. Empty where people stand. */
  readonly rowNumber: string;
  /** The number printed on it; if that is no whole number, its place in the row. */
  readonly seatNumber: number;
  /** In full, as people read it. */
  readonly name: string;
}

type Named = Pick<Place, 'section' | 'row' | 'rowWord' | 'label' | 'seatWord'>;

/** What a seat is called: "Row C, seat 12", or "Stalls · Row C · Seat 12" where the plan has named sections. */
export function seatName(place: Named): string {
  const seat = withWord(place.seatWord ?? PLAN_WORDS.seat, place.label);
  const row = place.row === '' ? '' : withWord(place.rowWord ?? PLAN_WORDS.row, place.row);
  if (place.section !== '') return [place.section, row, seat].filter((part) => part !== '').join(' · ');
  if (row === '') return seat;
  return `${row}, ${place.seatWord === '' ? seat : seat.charAt(0).toLowerCase() + seat.slice(1)}`;
}

/** What a row is called where only its label is asked for: "C" of "Row C", but "Table 4", and "Bar". */
export function rowNumber({ row, rowWord = PLAN_WORDS.row }: Pick<Place, 'row' | 'rowWord'>): string {
  return row === '' || rowWord === PLAN_WORDS.row ? row : withWord(rowWord, row);
}

/** The number printed on a place; undefined where its label is no whole number. */
export function printedNumber({ label }: Pick<Place, 'label'>): number | undefined {
  return /^\d{1,9}$/.test(label) ? Number(label) : undefined;
}

/** The place as a seat of this id. */
export function nameSeat(id: string, place: Place): NamedSeat {
  const seatNumber = printedNumber(place) ?? place.placeInRow;
  return { id, section: place.section, rowNumber: rowNumber(place), seatNumber, name: seatName(place) };
}

/** A label with the word before it: "Row C", "Table 4", "Bar". */
export function withWord(word: string, label: string): string {
  return word === '' ? label : `${word} ${label}`;
}
