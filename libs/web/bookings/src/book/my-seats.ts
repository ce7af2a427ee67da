import { computed, inject, Injectable, signal } from '@angular/core';
import { SessionStore } from '@modex/web-account';
import { Api, BookingResponse, listMyBookings, reading } from '@modex/web-api-client';

/** More bookings of one show than anybody makes. */
const MOST = 20;

/**
 * The seats of a show that the customer has already booked; without this they would look like somebody else's. A refusal
 * of the API is not shown: the seats are on the map as taken, and the list of bookings has them.
 */
@Injectable()
export class MySeats {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly showId = signal('');
  private readonly own = reading({
    params: () => {
      const [showId, userId] = [this.showId(), this.session.user()?.userId];
      return showId !== '' && userId !== undefined ? { showId, userId } : undefined;
    },
    read: ({ showId }) => this.api.invoke(listMyBookings, { showId, when: 'upcoming', limit: MOST }),
  });

  /** The customer's bookings of the show that are to come. */
  readonly bookings = computed<readonly BookingResponse[]>(() => this.own.value()?.items ?? []);
  readonly seatIds = computed<ReadonlySet<string>>(
    () => new Set(this.bookings().flatMap(({ seats }) => seats.map(({ id }) => id))),
  );

  /** From now on those of this show, whoever signs in or out. */
  open(showId: string): void {
    this.showId.set(showId);
  }
}
