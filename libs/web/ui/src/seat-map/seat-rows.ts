import { Component, computed, input } from '@angular/core';
import { NamedSeat, rowLabel } from './map-seat';
import { isPlain } from './seat-words';

/** The seats of one row, as a ticket prints them. */
export interface SeatRow {
  /** "C", "Stalls · C". */
  readonly name: string;
  /** Empty where it is not said. */
  readonly section: string;
  readonly label: string;
  readonly numbers: readonly number[];
}

/** Seats by row in the order given, each row's numbers ascending. */
export function groupSeats(seats: readonly NamedSeat[]): readonly SeatRow[] {
  const rows = new Map<string, number[]>();
  for (const seat of seats) rows.set(rowLabel(seat), [...(rows.get(rowLabel(seat)) ?? []), seat.seatNumber]);
  return [...rows].map(([name, numbers]) => {
    const { section = '', rowNumber = '' } = seats.find((seat) => rowLabel(seat) === name) ?? {};
    return { name, section, label: rowNumber, numbers: numbers.sort((one, other) => one - other) };
  });
}

/** "Row C · seats 4, 5", a line for each row; seats at tables and places to stand by their names. */
@Component({
  selector: 'mx-seat-rows',
  template: `
    <ul>
      @for (row of rows(); track row.name) {
        <li>
          @if (row.section) {
            <bdi>{{ row.section }}</bdi> ·
          }
          <ng-container i18n>
            Row <strong>{{ row.label }}</strong><span aria-hidden="true"> · </span
            >{row.numbers.length, plural, =1 {seat} other {seats}}
            <strong>{{ row.numbers.join(', ') }}</strong>
          </ng-container>
        </li>
      }
      @for (seat of others(); track seat.id) {
        <li>
          <bdi>{{ seat.name }}</bdi>
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
  readonly seats = input.required<readonly NamedSeat[]>();

  protected readonly rows = computed(() => groupSeats(this.seats().filter(isPlain)));
  protected readonly others = computed(() => this.seats().filter((seat) => !isPlain(seat)));
}
