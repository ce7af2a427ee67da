import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, listMyBookings, Pages } from '@modex/web-api-client';
import { HeadingFocus, repeatWhileVisible } from '@modex/web-ui';
import { BOOKINGS_REFRESH_MS } from '../refresh-pause';
import { isUpcoming, stateOf } from '../ticket/booking-state';

const PAGE = 20;

/**
 * The bookings of whoever is signed in, page after page, newest first; upcoming ones and the others apart. Kept fresh
 * while the page is visible, as a house may cancel a show at any time.
 */
@Injectable()
export class MyBookings {
  private readonly api = inject(Api);
  private readonly headingFocus = inject(HeadingFocus);
  /** Counts the openings and closings: what an earlier one began ends with it. */
  private turn = 0;

  private readonly repeat = repeatWhileVisible(
    () => this.refresh(),
    () => BOOKINGS_REFRESH_MS,
  );

  readonly pages = new Pages(
    (cursor) => this.api.invoke(listMyBookings, { limit: PAGE, cursor }),
    ({ bookingId }) => bookingId,
  );
  /** The titles of shows that were cancelled while the page was open. */
  readonly calledOff = signal<readonly string[]>([]);
  /** The moment by which bookings are past or upcoming (milliseconds since 1970): that of the last reading. */
  readonly now = signal(Date.now());
  /** The next evening first. */
  readonly upcoming = computed(() =>
    this.pages
      .items()
      .filter((booking) => isUpcoming(stateOf(booking, this.now())))
      .sort((one, other) => Date.parse(one.show.startTime) - Date.parse(other.show.startTime)),
  );
  readonly others = computed(() => this.pages.items().filter((booking) => !isUpcoming(stateOf(booking, this.now()))));

  /** Reads the bookings, and from then on again. */
  async open(): Promise<void> {
    const turn = ++this.turn;
    await this.pages.open();
    if (turn !== this.turn) return;
    this.now.set(Date.now());
    this.repeat.later();
  }

  /** Asks for no bookings any more, and forgets what was told about somebody's. */
  close(): void {
    this.turn++;
    this.repeat.stop();
    this.calledOff.set([]);
  }

  /** Reads all that is in view anew: any booking of them may have changed. */
  private async refresh(): Promise<void> {
    const turn = this.turn;
    const expected = new Set(this.upcoming().map(({ bookingId }) => bookingId));
    const newer = await this.pages.look(this.pages.items().length);
    if (!newer || turn !== this.turn) return;
    this.headingFocus.keep();
    this.now.set(Date.now());
    this.pages.show(newer);
    const gone = this.others().filter(({ bookingId, show }) => expected.has(bookingId) && show.status === 'CANCELLED');
    if (gone.length > 0)
      this.calledOff.update((titles) => [...new Set([...titles, ...gone.map(({ show }) => show.title)])]);
  }
}
