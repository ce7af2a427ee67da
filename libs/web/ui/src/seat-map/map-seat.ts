/** States of a seat as the plan tells them. */
export const SEAT_STATUSES = ['AVAILABLE', 'HELD', 'BOOKED', 'BLOCKED'] as const;
export type MapSeatStatus = (typeof SEAT_STATUSES)[number];

/** A seat by its name, as the API tells it. */
export interface NamedSeat {
  readonly id: string;
  /** Name of its section; empty where it is not said. */
  readonly section: string;
  /** Label of its row, which another section may use too. */
  readonly rowNumber: string;
  readonly seatNumber: number;
  /** In full: "Row C, seat 12". */
  readonly name: string;
}

/** One seat of the map. */
export interface MapSeat extends NamedSeat {
  /** The number of its row, counted from the stage over all sections, from 1. */
  readonly rowOrder: number;
  /** Its place in the row, counted from the left, from 1. */
  readonly placeInRow: number;
  readonly status: MapSeatStatus;
}

/** How a customer sees a seat. `mine`: the customer has booked it before; `lost`: was chosen here, then taken by another. */
export const SEAT_MARKS = ['free', 'chosen', 'mine', 'taken', 'lost'] as const;
export type SeatMark = (typeof SEAT_MARKS)[number];

/** The word of each mark, as the legend says it. */
export const SEAT_MARK_WORDS: Readonly<Record<SeatMark, string>> = {
  free: $localize`free`,
  chosen: $localize`chosen`,
  mine: $localize`yours`,
  taken: $localize`taken`,
  lost: $localize`just taken by someone else`,
};

/** The row of a seat in a list or a drawing of rows: "C", "Stalls · C". */
export function rowLabel({ section, rowNumber }: Pick<NamedSeat, 'section' | 'rowNumber'>): string {
  return section === '' ? rowNumber : `${section} · ${rowNumber}`;
}

/** What the row of a seat is called: "Row C", "Stalls · Row C". */
export function rowName({ section, rowNumber }: Pick<NamedSeat, 'section' | 'rowNumber'>): string {
  return rowLabel({ section, rowNumber: $localize`Row ${rowNumber}:row:` });
}
