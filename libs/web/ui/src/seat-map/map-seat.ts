/** States of a seat as the house tells them. */
export const SEAT_STATUSES = ['AVAILABLE', 'HELD', 'BOOKED', 'BLOCKED'] as const;
export type MapSeatStatus = (typeof SEAT_STATUSES)[number];

/** One seat of a house, in the order of the layout: row by row, left to right. */
export interface MapSeat {
  readonly id: string;
  readonly rowNumber: string;
  readonly seatNumber: number;
  readonly status: MapSeatStatus;
}

/** What a buyer sees of a seat. `lost`: was chosen here and then taken by someone else. */
export const SEAT_MARKS = ['free', 'chosen', 'taken', 'lost'] as const;
export type SeatMark = (typeof SEAT_MARKS)[number];

/** The words of each mark, as labels and legend say them. */
export const SEAT_MARK_WORDS: Readonly<Record<SeatMark, string>> = {
  free: 'free',
  chosen: 'chosen',
  taken: 'taken',
  lost: 'just taken by someone else',
};

/** "Row C, seat 12". */
export function seatName(seat: Pick<MapSeat, 'rowNumber' | 'seatNumber'>): string {
  return `Row ${seat.rowNumber}, seat ${seat.seatNumber}`;
}

/** "Row C, seat 12, free". */
export function seatLabel(seat: MapSeat, mark: SeatMark): string {
  return `${seatName(seat)}, ${SEAT_MARK_WORDS[mark]}`;
}

/** The mark of a seat for a buyer with these choices. A choice wins over the house's word until the house refuses it. */
export function markOf(seat: MapSeat, chosen: ReadonlySet<string>, lost: ReadonlySet<string>): SeatMark {
  if (chosen.has(seat.id)) return 'chosen';
  if (lost.has(seat.id) && seat.status !== 'AVAILABLE') return 'lost';
  return seat.status === 'AVAILABLE' ? 'free' : 'taken';
}
