import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, BookingResponse, BookingTime, listMyBookings, Pages, repeatWhileVisible } from '@modex/web-api-client';
import { HeadingFocus } from '@modex/web-ui';
import { BOOKINGS_REFRESH_MS } from '../refresh-pause';
import { isUpcoming, stateOf } from '../ticket/booking-state';

const PAGE = 20;

/**
 * The bookings of whoever is signed in: what is to come, soonest first, and the others, the latest show first, each page
 * after page. The API decides which list a booking is in, and the order. Kept fresh while the page is visible, since a
 * venue may cancel a show at any time.
 */
@Injectable()
export class MyBookings {
  private readonly api = inject(Api);
  private readonly headingFocus = inject(HeadingFocus);
  /** Counts openings and closings, so that answers to earlier ones can be dropped. */
  private turn = 0;

  private readonly repeat = repeatWhileVisible(
    () => this.refresh(),
    () => BOOKINGS_REFRESH_MS,
  );

  readonly upcoming = this.pagesOf('upcoming');
  readonly past = this.pagesOf('past');
  readonly loading = computed(() => this.upcoming.loading() || this.past.loading());
  readonly problem = computed(() => this.upcoming.problem() ?? this.past.problem());
  /** A booking that ended after its page was read is shown among the others only. */
  readonly toCome = computed(() => this.upcoming.items().filter((booking) => !this.isOver(booking)));
  readonly over = computed(() => [
    ...this.upcoming.items().filter((booking) => this.isOver(booking) && !this.pastIds().has(booking.bookingId)),
    ...this.past.items(),
  ]);
  private readonly pastIds = computed(() => new Set(this.past.items().map(({ bookingId }) => bookingId)));
  readonly isEmpty = computed(() => this.upcoming.items().length + this.past.items().length === 0);
  /** The titles of shows that were cancelled while the page was open. */
  readonly calledOff = signal<readonly string[]>([]);

  /** Reads the bookings, and from then on again. */
  async open(): Promise<void> {
    const turn = ++this.turn;
    await Promise.all([this.upcoming.open(), this.past.open()]);
    if (turn === this.turn) this.repeat.later();
  }

  /** Stops reading bookings, and forgets the messages about them. */
  close(): void {
    this.turn++;
    this.repeat.stop();
    this.calledOff.set([]);
  }

  /** Replaces the booking by the newer one that a write has answered. */
  async take(booking: BookingResponse): Promise<void> {
    this.upcoming.replace(booking);
    await this.renew();
  }

  /** Reads both lists anew: something was done to one of their bookings. */
  private async renew(): Promise<void> {
    const turn = this.turn;
    const read = (pages: Pages<BookingResponse>) => pages.look(pages.items().length);
    const [upcoming, past] = await Promise.all([read(this.upcoming), read(this.past)]);
    if (turn !== this.turn) return;
    this.headingFocus.keep();
    if (upcoming) this.upcoming.show(upcoming);
    if (past) this.past.show(past);
  }

  private async refresh(): Promise<void> {
    const expected = new Set(this.toCome().map(({ bookingId }) => bookingId));
    await this.renew();
    const gone = this.over().filter(({ bookingId, show }) => expected.has(bookingId) && show.status === 'CANCELLED');
    if (gone.length > 0)
      this.calledOff.update((titles) => [...new Set([...titles, ...gone.map(({ show }) => show.title)])]);
  }

  private isOver(booking: BookingResponse): boolean {
    return !isUpcoming(stateOf(booking)) || this.pastIds().has(booking.bookingId);
  }

  private pagesOf(when: BookingTime): Pages<BookingResponse> {
    return new Pages(
      (cursor) => this.api.invoke(listMyBookings, { when, limit: PAGE, cursor }),
      ({ bookingId }) => bookingId,
    );
  }
}
