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

/** The label for each mark. Translated once, with a gap for the seat's name: up to two thousand are filled in at once. */
const SEAT_LABELS: Readonly<Record<SeatMark, string>> = {
  free: $localize`[seat], free`,
  chosen: $localize`[seat], chosen`,
  mine: $localize`[seat], yours`,
  taken: $localize`[seat], taken`,
  lost: $localize`[seat], just taken by someone else`,
};

/** The row of a seat in a list or a drawing of rows: "C", "Stalls · C". */
export function rowLabel({ section, rowNumber }: Pick<NamedSeat, 'section' | 'rowNumber'>): string {
  return section === '' ? rowNumber : `${section} · ${rowNumber}`;
}

/** What the row of a seat is called: "Row C", "Stalls · Row C". */
export function rowName({ section, rowNumber }: Pick<NamedSeat, 'section' | 'rowNumber'>): string {
  return rowLabel({ section, rowNumber: $localize`Row ${rowNumber}:row:` });
}

/** "Row C, seat 12, free". */
export function seatLabel({ name }: Pick<NamedSeat, 'name'>, mark: SeatMark): string {
  return SEAT_LABELS[mark].replace('[seat]', () => name);
}

/** The customer's own seats, in addition to what the server says of them. */
export interface CustomerSeats {
  readonly chosen: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
}

/** The mark of a seat for a customer. A chosen seat shows as chosen, whatever the API says, until it is refused. */
export function markOf(seat: MapSeat, { chosen, lost, mine }: CustomerSeats): SeatMark {
  if (chosen.has(seat.id)) return 'chosen';
  if (seat.status === 'AVAILABLE') return 'free';
  if (mine.has(seat.id)) return 'mine';
  return lost.has(seat.id) ? 'lost' : 'taken';
}
