import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, BookingResponse, listMyBookings, Problem, readProblem } from '@modex/web-api-client';
import { isUpcoming, stateOf } from '../ticket/booking-state';

const PAGE = 20;

/** The bookings of whoever is signed in, page after page, newest first; upcoming ones and the others apart. */
@Injectable()
export class MyBookings {
  private readonly api = inject(Api);
  private readonly bookings = signal<readonly BookingResponse[]>([]);
  private readonly cursor = signal<string | null>(null);
  private turn = 0;

  /** The moment by which bookings are past or upcoming: that of the last answer. */
  readonly now = signal(Date.now());
  readonly problem = signal<Problem | undefined>(undefined);
  readonly loading = signal(true);
  readonly loadingMore = signal(false);
  readonly hasMore = computed(() => this.cursor() !== null);
  readonly count = computed(() => this.bookings().length);
  /** The next evening first. */
  readonly upcoming = computed(() =>
    this.bookings()
      .filter((booking) => isUpcoming(stateOf(booking, this.now())))
      .sort((one, other) => Date.parse(one.show.startTime) - Date.parse(other.show.startTime)),
  );
  readonly others = computed(() => this.bookings().filter((booking) => !isUpcoming(stateOf(booking, this.now()))));

  /** Reads the first page anew. Failures stand in `problem`. */
  async open(): Promise<void> {
    const turn = ++this.turn;
    this.loading.set(true);
    this.bookings.set([]);
    await this.read(turn);
    if (turn === this.turn) this.loading.set(false);
  }

  /** Appends the next page; does nothing where there is none. */
  async more(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null || this.loadingMore()) return;
    this.loadingMore.set(true);
    await this.read(this.turn, cursor);
    this.loadingMore.set(false);
  }

  /** Puts the API's newer word of a booking in place of the older one. */
  replace(booking: BookingResponse): void {
    this.bookings.update((all) => all.map((known) => (known.bookingId === booking.bookingId ? booking : known)));
  }

  private async read(turn: number, cursor?: string): Promise<void> {
    try {
      const page = await this.api.invoke(listMyBookings, { limit: PAGE, cursor });
      if (turn !== this.turn) return;
      this.now.set(Date.now());
      this.bookings.update((known) => [...known, ...page.items]);
      this.cursor.set(page.nextCursor);
      this.problem.set(undefined);
    } catch (error) {
      if (turn === this.turn) this.problem.set(readProblem(error));
    }
  }
}
