import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, BookingResponse, listMyBookings, Pages } from '@modex/web-api-client';
import { isUpcoming, stateOf } from '../ticket/booking-state';

const PAGE = 20;

/** The bookings of whoever is signed in, page after page, newest first; upcoming ones and the others apart. */
@Injectable()
export class MyBookings {
  private readonly api = inject(Api);

  readonly pages = new Pages((cursor) => this.read(cursor));
  /** The moment by which bookings are past or upcoming (milliseconds since 1970): that of the last answer. */
  readonly now = signal(Date.now());
  /** The next evening first. */
  readonly upcoming = computed(() =>
    this.pages
      .items()
      .filter((booking) => isUpcoming(stateOf(booking, this.now())))
      .sort((one, other) => Date.parse(one.show.startTime) - Date.parse(other.show.startTime)),
  );
  readonly others = computed(() => this.pages.items().filter((booking) => !isUpcoming(stateOf(booking, this.now()))));

  /** Puts the API's newer word of a booking in place of the older one. */
  replace(booking: BookingResponse): void {
    this.pages.replace(booking, (known) => known.bookingId === booking.bookingId);
  }

  private async read(cursor: string | undefined) {
    const page = await this.api.invoke(listMyBookings, { limit: PAGE, cursor });
    this.now.set(Date.now());
    return page;
  }
}
