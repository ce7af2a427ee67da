import { HttpErrorResponse } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { AdminBookingPageResponse, AdminShowResponse, Api, listShowBookings, reading } from '@modex/web-api-client';
import { serverClock } from '@modex/web-ui';
import { LedgerStore } from './ledger-store';
import { bookingSteps, evenSteps, SaleMoment, stepAt, strideOf } from './sale-moments';

const PAGE = 100;
/** A sale with more bookings than this is shown in even steps instead of booking by booking. */
const MOST_PAGES = 10;
/** A replay shows each picture at least so long, in milliseconds. */
const PICTURE_MS = 120;
const NOW_ONLY: readonly SaleMoment[] = [undefined];

/** Walks through a sale: step by step, or by itself from the first booking to now. */
@Injectable()
export class SaleReplay {
  private readonly api = inject(Api);
  private readonly ledger = inject(LedgerStore);
  /** Counts the replays, so that one that was paused does not go on. */
  private run = 0;

  /** The steps of a show's sale: its bookings, or even ones where those are too many or cannot be read. */
  private readonly sale = reading<Pick<AdminShowResponse, 'id' | 'createdAt'>, readonly SaleMoment[]>({
    params: () => {
      const show = this.ledger.show();
      return show && { id: show.id, createdAt: show.createdAt };
    },
    read: async ({ id, createdAt }) => {
      const times = await this.bookingTimes(id);
      return times ? bookingSteps(times) : evenSteps(Date.parse(createdAt), serverClock.now());
    },
  });
  readonly steps = computed(() => this.sale.value() ?? NOW_ONLY);
  readonly step = computed(() => stepAt(this.steps(), this.ledger.wanted()));
  readonly last = computed(() => this.steps().length - 1);
  readonly playing = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.pause());
    effect(() => {
      this.steps();
      untracked(() => this.pause());
    });
  }

  async goTo(step: number): Promise<void> {
    this.pause();
    await this.ledger.goTo(this.steps()[step]);
  }

  /** Plays from the current step, or from the beginning if it is at the end. Stops when a picture cannot be read. */
  async play(): Promise<void> {
    const run = ++this.run;
    const stride = strideOf(this.steps().length, this.ledger.seats()?.length ?? 0);
    let step = this.step() === this.last() ? 0 : this.step();
    this.playing.set(true);
    for (; run === this.run; step = Math.min(this.last(), step + stride)) {
      await Promise.all([this.ledger.goTo(this.steps()[step]), pass(PICTURE_MS)]);
      if (run === this.run && (step >= this.last() || this.ledger.problem())) this.pause();
    }
  }

  pause(): void {
    this.run++;
    this.playing.set(false);
  }

  /** When the bookings were made; undefined when there are too many to tell, or they cannot be read. */
  private async bookingTimes(showId: string): Promise<readonly string[] | undefined> {
    const times: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const read = await this.readPage(showId, cursor);
      if (!read) return undefined;
      times.push(...read.items.map(({ createdAt }) => createdAt));
      if (read.nextCursor === null) return times;
      cursor = read.nextCursor;
    }
    return undefined;
  }

  private async readPage(showId: string, cursor: string | undefined): Promise<AdminBookingPageResponse | undefined> {
    try {
      return await this.api.invoke(listShowBookings, { showId, limit: PAGE, cursor });
    } catch (error) {
      if (error instanceof HttpErrorResponse) return undefined;
      throw error;
    }
  }
}

function pass(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
