import { inject, Injectable, signal } from '@angular/core';
import { Api, BookingResponse, cancelBooking, Problem, readProblem } from '@modex/web-api-client';
import { Confirmations, writeTime } from '@modex/web-ui';

/**
 * Gives a booking back: asks first, then asks the API, and believes only its answer. `running` is the id of the
 * booking under way, `problem` why the last one stayed, `cancelled` the last one that was given back.
 */
@Injectable()
export class Cancellation {
  private readonly api = inject(Api);
  private readonly confirmations = inject(Confirmations);

  readonly running = signal<string | undefined>(undefined);
  readonly problem = signal<Problem | undefined>(undefined);
  readonly cancelled = signal<BookingResponse | undefined>(undefined);

  /** Resolves with the booking as the API sees it afterwards; undefined when it was kept or could not be cancelled. */
  async cancel(booking: BookingResponse): Promise<BookingResponse | undefined> {
    if (this.running()) return undefined;
    this.forget();
    if (!(await this.confirm(booking))) return undefined;
    this.running.set(booking.bookingId);
    try {
      const after = await this.api.invoke(cancelBooking, { bookingId: booking.bookingId });
      this.cancelled.set(after);
      return after;
    } catch (error) {
      this.problem.set(readProblem(error));
      return undefined;
    } finally {
      this.running.set(undefined);
    }
  }

  /** Tells nothing any more of how the last one ended. */
  forget(): void {
    this.problem.set(undefined);
    this.cancelled.set(undefined);
  }

  private confirm({ show, seats }: BookingResponse): Promise<boolean> {
    const one = seats.length === 1;
    return this.confirmations.ask({
      headline: `Give ${one ? 'your seat' : `your ${seats.length} seats`} back?`,
      consequences: [
        `${show.title}, ${writeTime(show.startTime)}.`,
        `${one ? 'The seat is' : 'All seats of this booking are'} free for others at once.`,
        'This cannot be taken back: to come after all, book again, as long as there are seats.',
      ],
      confirm: one ? 'Give the seat back' : 'Give the seats back',
      keep: 'Keep the booking',
    });
  }
}
