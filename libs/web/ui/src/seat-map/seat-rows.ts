import { Component, computed, input } from '@angular/core';

/** A seat by its place. */
export interface SeatPlace {
  readonly rowNumber: string;
  readonly seatNumber: number;
}

/** The seats of one row, as a ticket prints them. */
export interface SeatRow {
  readonly rowNumber: string;
  readonly seatNumbers: readonly number[];
}

/** Seats by row, each row's numbers ascending; rows in the order A … Z, AA. */
export function groupSeats(seats: readonly SeatPlace[]): readonly SeatRow[] {
  const rows = new Map<string, number[]>();
  for (const seat of seats) rows.set(seat.rowNumber, [...(rows.get(seat.rowNumber) ?? []), seat.seatNumber]);
  return [...rows]
    .sort(([one], [other]) => one.length - other.length || one.localeCompare(other))
    .map(([rowNumber, numbers]) => ({ rowNumber, seatNumbers: numbers.sort((one, other) => one - other) }));
}

/** "Row C · seats 4, 5", a line for each row. */
@Component({
  selector: 'mx-seat-rows',
  template: `
    <ul>
      @for (row of rows(); track row.rowNumber) {
        <li>
          Row <strong>{{ row.rowNumber }}</strong><span aria-hidden="true"> · </span
          >{{ row.seatNumbers.length === 1 ? 'seat' : 'seats' }}
          <strong>{{ row.seatNumbers.join(', ') }}</strong>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 1rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    strong {
      font-weight: 700;
    }
  `,
})
export class SeatRows {
  readonly seats = input.required<readonly SeatPlace[]>();

  protected readonly rows = computed(() => groupSeats(this.seats()));
}
