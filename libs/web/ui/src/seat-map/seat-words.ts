import { NamedSeat, rowLabel, rowName } from './map-seat';

/**
 * Seats in one sentence, row by row in the order given: "Row C, seats 5 to 8; Row D, seats 5 and 7", "Stalls · Row C · Seats 5 to 8". Seats whose names are
 * made in another way are named one by one.
 */
export function seatsInWords(seats: readonly NamedSeat[]): string {
  const rows = new Map<string, NamedSeat[]>();
  for (const seat of seats) rows.set(rowLabel(seat), [...(rows.get(rowLabel(seat)) ?? []), seat]);
  return [...rows.values()].map(rowInWords).join('; ');
}

function rowInWords(seats: readonly NamedSeat[]): string {
  const [first] = seats;
  if (first === undefined || seats.length === 1 || !seats.every(isPlain))
    return seats.map(({ name }) => name).join('; ');
  const numbers = inWords(seats.map(({ seatNumber }) => seatNumber).sort((one, other) => one - other));
  return first.section === ''
    ? $localize`${rowName(first)}:row:, seats ${numbers}:numbers:`
    : $localize`${rowName(first)}:row: · Seats ${numbers}:numbers:`;
}

/** Whether its name says no more than section, row and number. */
export function isPlain(seat: NamedSeat): boolean {
  const row = rowName(seat);
  return seat.name === `${row}, seat ${seat.seatNumber}` || seat.name === `${row} · Seat ${seat.seatNumber}`;
}

/** "5 to 8", "5 and 6", "2, 5 and 6". */
function inWords(numbers: readonly number[]): string {
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  if (numbers.length > 2 && last - first === numbers.length - 1) return $localize`${first}:first: to ${last}:last:`;
  return $localize`${numbers.slice(0, -1).join(', ')}:others: and ${last}:last:`;
}
