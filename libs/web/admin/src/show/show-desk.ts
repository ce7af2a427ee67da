import { inject, Injectable, signal } from '@angular/core';
import {
  AdminBookingPageResponse,
  AdminShowResponse,
  Api,
  cancelShow,
  getAdminShow,
  listShowBookings,
  Problem,
  publishShow,
  readProblem,
} from '@modex/web-api-client';
import { Confirmations } from '@modex/web-ui';

/** What an admin may do with a show that exists. */
export const SHOW_MOVES = ['publish', 'cancel'] as const;
export type ShowMove = (typeof SHOW_MOVES)[number];

const COUNT_PAGE = 100;
const COUNT_PAGES = 10;

/** One show and what an admin does with it. Shows what the API answered, never what was hoped for. */
@Injectable()
export class ShowDesk {
  private readonly api = inject(Api);
  private readonly confirmations = inject(Confirmations);

  readonly show = signal<AdminShowResponse | undefined>(undefined);
  readonly problem = signal<Problem | undefined>(undefined);
  /** The move under way, and why the last one was refused. */
  readonly moving = signal<ShowMove | undefined>(undefined);
  readonly refused = signal<Problem | undefined>(undefined);

  /** Reads the show; failures stand in `problem`. */
  async open(showId: string): Promise<void> {
    this.problem.set(undefined);
    if (this.show()?.id !== showId) this.show.set(undefined);
    try {
      this.show.set(await this.api.invoke(getAdminShow, { showId }));
    } catch (error) {
      this.problem.set(readProblem(error));
    }
  }

  /** Opens the sale. True when the API did it. */
  async publish(show: AdminShowResponse): Promise<boolean> {
    return this.move('publish', () => this.api.invoke(publishShow, { showId: show.id }));
  }

  /** Cancels the show after asking; says before how many bookings go with it. True when the API did it. */
  async cancel(show: AdminShowResponse): Promise<boolean> {
    return this.move('cancel', async () => {
      const agreed = await this.confirmations.ask(questionOf(show, await this.countBookings(show.id)));
      return agreed ? this.api.invoke(cancelShow, { showId: show.id }) : undefined;
    });
  }

  private async move(kind: ShowMove, make: () => Promise<AdminShowResponse | undefined>): Promise<boolean> {
    if (this.moving()) return false;
    this.moving.set(kind);
    this.refused.set(undefined);
    try {
      const after = await make();
      if (after) this.show.set(after);
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

function questionOf({ title, status }: AdminShowResponse, { count, more }: BookingCount) {
  const bookings = count === 1 && !more ? '1 booking' : `${more ? 'more than ' : ''}${count} bookings`;
  const none = count === 0 && !more;
  return {
    headline: `Cancel “${title}”?`,
    consequences: [
      none ? 'Nobody has booked a seat yet.' : `With it, ${bookings} ${count === 1 && !more ? 'is' : 'are'} cancelled.`,
      status === 'DRAFT' ? 'The draft can never go on sale.' : 'Nobody can book a seat any more.',
      'This cannot be taken back.',
    ],
    confirm: 'Cancel the show',
    keep: 'Keep the show',
    understood: none ? 'Yes, cancel this show' : `Yes, cancel this show and ${bookings}`,
  };
}
