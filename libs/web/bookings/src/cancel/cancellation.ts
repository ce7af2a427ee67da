import { inject, Injectable, signal } from '@angular/core';
import { Api, BookingResponse, cancelBooking, Problem, readProblem, SeatPlaceResponse } from '@modex/web-api-client';
import { Confirmation, Confirmations, counted, isolated, writeShowTime } from '@modex/web-ui';
import { BookingAccess } from '../access/booking-access';

const WHOLE_IS_FREE = $localize`{n, plural, =1 {The seat is free for others at once.} other {All seats of this booking are free for others at once.}}`;
const SOME_ARE_FREE = $localize`{n, plural, =1 {The seat is free for others at once.} other {The seats are free for others at once.}}`;

/**
 * Cancels a booking or some of its seats: asks the customer, then the API, and shows only what the API answers. `running`:
 * the id of the booking under way; `problem`: why the last cancellation failed; `cancelled`: the last that succeeded.
 */
@Injectable()
export class Cancellation {
  private readonly api = inject(Api);
  private readonly access = inject(BookingAccess);
  private readonly confirmations = inject(Confirmations);

  readonly running = signal<string | undefined>(undefined);
  readonly problem = signal<Problem | undefined>(undefined);
  readonly cancelled = signal<BookingResponse | undefined>(undefined);

  /**
   * `seatIds`: only these seats; left out, all of them. Resolves with the booking as the API sees it afterwards; undefined
   * when it was kept or could not be cancelled.
   */
  async cancel(booking: BookingResponse, seatIds?: readonly string[]): Promise<BookingResponse | undefined> {
    if (this.running()) return undefined;
    this.forget();
    if (!(await this.confirmations.ask(question(booking, seatIds)))) return undefined;
    this.running.set(booking.bookingId);
    try {
      const { bookingId } = booking;
      const body = seatIds === undefined ? {} : { seatIds: [...seatIds] };
      const after = await this.api.invoke(cancelBooking, { bookingId, body, ...this.access.headerOf(bookingId) });
      this.cancelled.set(after);
      return after;
    } catch (error) {
      this.problem.set(readProblem(error));
      return undefined;
    } finally {
      this.running.set(undefined);
    }
  }

  /** Forgets how the last cancellation ended. */
  forget(): void {
    this.problem.set(undefined);
    this.cancelled.set(undefined);
  }
}

function question({ show, seats }: BookingResponse, seatIds: readonly string[] | undefined): Confirmation {
  const given = seatIds === undefined ? seats : seats.filter(({ id }) => seatIds.includes(id));
  const count = given.length;
  const kept = seats.filter((seat) => !given.includes(seat));
  const whole = kept.length === 0;
  return {
    headline: whole
      ? counted(count, $localize`{n, plural, =1 {Give your seat back?} other {Give your ${count}:seats: seats back?}}`)
      : $localize`Give ${named(given)}:seats: back?`,
    consequences: [
      $localize`${isolated(show.title)}:title:, ${writeShowTime(show)}:time:.`,
      ...(whole ? [] : [$localize`You keep ${named(kept)}:seats:.`]),
      counted(count, whole ? WHOLE_IS_FREE : SOME_ARE_FREE),
      $localize`This cannot be undone. If you change your mind, you have to book again while there are seats.`,
    ],
    confirm: counted(count, $localize`{n, plural, =1 {Give the seat back} other {Give the seats back}}`),
    keep: $localize`Keep the booking`,
  };
}

function named(seats: readonly SeatPlaceResponse[]): string {
  return seats.map(({ name }) => name).join('; ');
}
