import { inject, Injectable, signal } from '@angular/core';
import { Api, findBookings, FoundBookingResponse, Pages } from '@modex/web-api-client';

const PAGE = 20;

/** The bookings that fit what was typed, page after page. A late answer to an earlier search is dropped. */
@Injectable()
export class FoundBookings {
  private readonly api = inject(Api);
  private query = '';

  readonly pages = new Pages<FoundBookingResponse>(
    (cursor) => this.read(this.query, cursor),
    ({ bookingId }) => bookingId,
  );
  /** Too many bookings match: the search needs more letters. */
  readonly morePeople = signal(false);
  /** The bookings of the earlier search stay in view until the answer to the next one. */
  readonly bookings = this.pages.shown;

  /** Looks for bookings by a code, a name or an e-mail; `query` is not empty. */
  async search(query: string): Promise<void> {
    this.query = query;
    await this.pages.open();
  }

  async retry(): Promise<void> {
    await this.search(this.query);
  }

  private async read(query: string, cursor: string | undefined) {
    const page = await this.api.invoke(findBookings, { q: query, limit: PAGE, cursor });
    if (query === this.query) this.morePeople.set(page.morePeople);
    return page;
  }
}
