import { Place } from './plan';

/** A seat by its name. A sold seat keeps its name, whatever happens to the plan. */
export interface NamedSeat {
  readonly id: string;
  /** Name of its section; empty where it is not said. */
  readonly section: string;
  /** Label of its row; a string, since venues also name rows. */
  readonly rowNumber: string;
  /** The number printed on it; if that is no whole number, its place in the row. */
  readonly seatNumber: number;
  /** In full, as people read it. */
  readonly name: string;
}

/** What a seat is called: "Row C, seat 12", or "Stalls · Row C · Seat 12" where the plan has named sections. */
export function seatName({ section, row, label }: Pick<Place, 'section' | 'row' | 'label'>): string {
  return section === '' ? `Row ${row}, seat ${label}` : `${section} · Row ${row} · Seat ${label}`;
}

/** The number printed on a place; undefined where its label is no whole number. */
export function printedNumber({ label }: Pick<Place, 'label'>): number | undefined {
  return /^\d{1,9}$/.test(label) ? Number(label) : undefined;
}

/** The place as a seat of this id. */
export function nameSeat(id: string, place: Place): NamedSeat {
  const seatNumber = printedNumber(place) ?? place.placeInRow;
  return { id, section: place.section, rowNumber: place.row, seatNumber, name: seatName(place) };
}
