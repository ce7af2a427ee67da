import { inject, Injectable, signal } from '@angular/core';
import { LIMITS } from '@modex/domain';
import {
  AdminBookingPageResponse,
  AdminShowResponse,
  Api,
  cancelShow,
  deleteDraft,
  getAdminShow,
  listShowBookings,
  Problem,
  publishShow,
  reading,
  readProblem,
} from '@modex/web-api-client';
import { Confirmations, counted, HeadingFocus, isolated } from '@modex/web-ui';

/** What an admin may do with a show that exists. */
export const SHOW_MOVES = ['publish', 'cancel', 'delete'] as const;
export type ShowMove = (typeof SHOW_MOVES)[number];

const COUNT_PAGE = 100;
const COUNT_PAGES = 10;

/** One show and its writes. Shows only what the API has answered. */
@Injectable()
export class ShowActions {
  private readonly api = inject(Api);
  private readonly confirmations = inject(Confirmations);
  private readonly headingFocus = inject(HeadingFocus);

  /** The show of the address. */
  readonly showId = signal('');
  readonly reading = reading({
    params: () => this.showId() || undefined,
    read: (showId, before: AdminShowResponse | undefined) => this.read(showId, before),
  });
  readonly show = this.reading.value;
  /** The move under way, and why the last one was refused. */
  readonly moving = signal<ShowMove | undefined>(undefined);
  readonly refused = signal<Problem | undefined>(undefined);

  /** Opens the sale. True when the API did it. */
  async publish(show: AdminShowResponse): Promise<boolean> {
    return this.move('publish', () => this.api.invoke(publishShow, { showId: show.id }));
  }

  /** Cancels the show after asking; says before how many bookings go with it. True when the API did it. */
  async cancel(show: AdminShowResponse): Promise<boolean> {
    return this.move('cancel', async () => {
      const reason = await this.confirmations.askWhy(questionOf(show, await this.countBookings(show.id)));
      if (reason === undefined) return undefined;
      return this.api.invoke(cancelShow, { showId: show.id, body: reason === '' ? {} : { reason } });
    });
  }

  /** Deletes a draft after asking. True when it is gone. */
  async delete(show: AdminShowResponse): Promise<boolean> {
    return this.move('delete', async () => {
      if (!(await this.confirmations.ask(deletionOf(show)))) return undefined;
      await this.remove(show.id);
      return show;
    });
  }

  /** If the draft is already gone, that counts as done: an earlier answer may have been lost. */
  private async remove(showId: string): Promise<void> {
    try {
      await this.api.invoke(deleteDraft, { showId });
    } catch (error) {
      if (readProblem(error).code !== 'unknown-show') throw error;
    }
  }

  private async read(showId: string, before: AdminShowResponse | undefined): Promise<AdminShowResponse> {
    const show = await this.api.invoke(getAdminShow, { showId });
    // A show that was cancelled meanwhile takes its moves, and what has the focus there, from the page.
    if (before) this.headingFocus.keep();
    return show;
  }

  private async move(kind: ShowMove, make: () => Promise<AdminShowResponse | undefined>): Promise<boolean> {
    if (this.moving()) return false;
    this.moving.set(kind);
    this.refused.set(undefined);
    try {
      const after = await make();
      if (after) this.reading.set(after);
      return after !== undefined;
    } catch (error) {
      this.refused.set(readProblem(error));
      return false;
    } finally {
      this.moving.set(undefined);
    }
  }

  /** Bookings that hold seats, counted up to a thousand; `more` when there are more than were counted. */
  private async countBookings(showId: string): Promise<BookingCount> {
    let count = 0;
    let cursor: string | undefined;
    for (let page = 0; page < COUNT_PAGES; page++) {
      const read: AdminBookingPageResponse = await this.api.invoke(listShowBookings, {
        showId,
        limit: COUNT_PAGE,
        cursor,
      });
      count += read.items.filter(({ status }) => status === 'CONFIRMED' || status === 'PENDING').length;
      if (read.nextCursor === null) return { count, more: false };
      cursor = read.nextCursor;
    }
    return { count, more: true };
  }
}

interface BookingCount {
  readonly count: number;
  readonly more: boolean;
}

function questionOf({ title, status }: AdminShowResponse, bookings: BookingCount) {
  const none = bookings.count === 0 && !bookings.more;
  return {
    headline: $localize`Cancel “${isolated(title)}:title:”?`,
    consequences: [
      none ? $localize`Nobody has booked a seat yet.` : withBookings(bookings),
      status === 'DRAFT' ? $localize`The draft can never go on sale.` : $localize`Nobody can book a seat any more.`,
      $localize`This cannot be undone.`,
    ],
    confirm: $localize`Cancel the show`,
    keep: $localize`Keep the show`,
    understood: none ? $localize`Yes, cancel this show` : understanding(bookings),
    ...(none ? {} : { why: $localize`Why? All who booked read it.`, longest: LIMITS.reason }),
  };
}

function withBookings({ count, more }: BookingCount): string {
  return more
    ? $localize`With it, more than ${count}:bookings: bookings are cancelled.`
    : counted(
        count,
        $localize`{n, plural, =1 {With it, 1 booking is cancelled.} other {With it, ${count}:bookings: bookings are cancelled.}}`,
      );
}

function understanding({ count, more }: BookingCount): string {
  return more
    ? $localize`Yes, cancel this show and more than ${count}:bookings: bookings`
    : counted(
        count,
        $localize`{n, plural, =1 {Yes, cancel this show and 1 booking} other {Yes, cancel this show and ${count}:bookings: bookings}}`,
      );
}

function deletionOf({ title }: AdminShowResponse) {
  return {
    headline: $localize`Delete the draft “${isolated(title)}:title:”?`,
    consequences: [
      $localize`The draft and its seats are gone. Nobody has seen it yet.`,
      $localize`This cannot be undone.`,
    ],
    confirm: $localize`Delete the draft`,
    keep: $localize`Keep the draft`,
  };
}
