import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, BookingResponse, getMyBooking, reading, readProblem } from '@modex/web-api-client';
import { HeadingFocus } from '@modex/web-ui';
import { bookingDoor } from '../access/asked-booking';
import { BookingAccess } from '../access/booking-access';
import { BOOKINGS_REFRESH_MS } from '../refresh-pause';
import { BookingState, isUpcoming, stateOf } from '../ticket/booking-state';

/** A booking, and what happened to it while somebody looked. */
interface BookingSeen {
  readonly made: BookingResponse;
  readonly news?: BookingState;
}

/**
 * The booking of a page, for whoever looked it up or is signed in; kept fresh while somebody looks and it may still
 * change: a venue may cancel a show at any time.
 */
@Injectable()
export class OpenBooking {
  private readonly api = inject(Api);
  private readonly access = inject(BookingAccess);
  private readonly headingFocus = inject(HeadingFocus);

  /** The booking of the address. */
  readonly bookingId = signal('');
  private readonly door = bookingDoor(this.bookingId);
  readonly reading = reading<{ readonly bookingId: string }, BookingSeen>({
    params: this.door.asked,
    read: ({ bookingId }, before) => this.read(bookingId, before),
    pause: (known) => (known && isUpcoming(stateOf(known.made)) ? BOOKINGS_REFRESH_MS : undefined),
  });

  readonly made = computed(() => this.reading.value()?.made);
  readonly state = computed(() => {
    const made = this.made();
    return made && stateOf(made);
  });
  /** Nobody is signed in, and nobody has looked the booking up. */
  readonly closed = this.door.closed;
  /** True while what is shown may be behind because the last refresh failed. */
  readonly stale = computed(() => {
    const behind = this.reading.behind();
    return behind !== undefined && behind.code !== 'too-many-requests';
  });
  /** The venue took the seats away, or the show, while somebody looked. */
  readonly news = computed(() => this.reading.value()?.news);

  /** Replaces the booking by the newer one that a write has answered. */
  set(made: BookingResponse): void {
    this.reading.set({ ...this.reading.value(), made });
  }

  private async read(bookingId: string, before: BookingSeen | undefined): Promise<BookingSeen> {
    try {
      const made = await this.api.invoke(getMyBooking, { bookingId, ...this.access.headerOf(bookingId) });
      if (!before) return { made };
      this.headingFocus.keep();
      const state = stateOf(made);
      return state === 'showCancelled' || state === 'cancelled' ? { made, news: state } : { ...before, made };
    } catch (error) {
      // The proof's hour is over: the page asks for a sign-in, as if nobody had looked the booking up.
      if (readProblem(error).code === 'unauthenticated') this.access.forget(bookingId);
      throw error;
    }
  }
}
