import { inject, Injectable, signal } from '@angular/core';
import { LIMITS } from '@modex/domain';
import {
  Api,
  cancelCustomersBooking,
  FoundBookingResponse,
  getAdminBooking,
  Problem,
  reading,
  readProblem,
} from '@modex/web-api-client';
import { Confirmation, Confirmations, counted, isolated, writeShowTime } from '@modex/web-ui';

/** One booking and its writes. Shows only what the API has answered. */
@Injectable()
export class BookingActions {
  private readonly api = inject(Api);
  private readonly confirmations = inject(Confirmations);

  /** The booking of the address. */
  readonly bookingId = signal('');
  readonly reading = reading({
    params: () => this.bookingId() || undefined,
    read: (bookingId) => this.api.invoke(getAdminBooking, { bookingId }),
  });
  readonly booking = this.reading.value;
  readonly cancelling = signal(false);
  /** Why the last cancellation was refused. */
  readonly refused = signal<Problem | undefined>(undefined);

  /** Asks for a reason, then cancels these seats of the booking, or all. True when the API has done it. */
  async cancel(booking: FoundBookingResponse, seatIds?: readonly string[]): Promise<boolean> {
    this.refused.set(undefined);
    const reason = await this.confirmations.askWhy(questionOf(booking, seatIds));
    if (reason === undefined) return false;
    this.cancelling.set(true);
    try {
      const body = { ...(reason !== '' && { reason }), ...(seatIds !== undefined && { seatIds: [...seatIds] }) };
      this.reading.set(await this.api.invoke(cancelCustomersBooking, { bookingId: booking.bookingId, body }));
      return true;
    } catch (error) {
      this.refused.set(readProblem(error));
      return false;
    } finally {
      this.cancelling.set(false);
    }
  }
}

function questionOf(
  { customer, seats, show }: FoundBookingResponse,
  seatIds: readonly string[] | undefined,
): Confirmation {
  const given = seatIds === undefined ? seats : seats.filter(({ id }) => seatIds.includes(id));
  const [count, whole] = [given.length, given.length === seats.length];
  const who = customer === null ? undefined : isolated(customer.name);
  return {
    headline: headlineOf({ count, whole }, who),
    consequences: [
      $localize`${isolated(show.title)}:title:, ${writeShowTime(show)}:time:: ${given.map(({ name }) => name).join('; ')}:seats:.`,
      show.started
        ? $localize`The show has begun.`
        : counted(
            count,
            $localize`{n, plural, =1 {The seat is free for others at once.} other {The seats are free for others at once.}}`,
          ),
      $localize`This cannot be undone.`,
    ],
    confirm: whole
      ? $localize`Cancel the booking`
      : counted(count, $localize`{n, plural, =1 {Cancel the seat} other {Cancel the seats}}`),
    keep: $localize`Keep the booking`,
    why: $localize`Why? The customer reads it.`,
    longest: LIMITS.reason,
  };
}

/** The words of the question, for all seats or some; `who`: undefined for a customer who is no longer known. */
function headlineOf({ count, whole }: { count: number; whole: boolean }, who: string | undefined): string {
  if (whole) {
    return who === undefined
      ? $localize`Cancel the booking of a customer?`
      : $localize`Cancel the booking of ${who}:customer:?`;
  }
  const forms =
    who === undefined
      ? $localize`{n, plural, =1 {Cancel the seat of a customer?} other {Cancel ${count}:seats: seats of a customer?}}`
      : $localize`{n, plural, =1 {Cancel the seat of ${who}:customer:?} other {Cancel ${count}:seats: seats of ${who}:customer:?}}`;
  return counted(count, forms);
}
