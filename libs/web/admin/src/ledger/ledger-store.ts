import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { Api, getAdminShow, getSeatMap, getSeatMapAt, reading, SeatResponse } from '@modex/web-api-client';
import { serverClock } from '@modex/web-ui';

/** The seats of a show that are asked for. `time`: ISO 8601; undefined for now. */
interface Moment {
  readonly showId: string;
  readonly isDraft: boolean;
  readonly time: string | undefined;
}

interface SeatsOfShow extends Moment {
  readonly seats: readonly SeatResponse[];
}

/** A show with its seats, as they are now or as they were sold at a moment. */
@Injectable()
export class LedgerStore {
  private readonly api = inject(Api);
  private readonly showId = signal('');
  /** The moment that was asked for last, even while it is loading or could not be read. */
  readonly wanted = signal<string | undefined>(undefined);
  /** The moment that is being read; follows `wanted` as soon as nothing is loading. */
  private readonly moment = signal<string | undefined>(undefined);

  private readonly known = reading({
    params: () => this.showId() || undefined,
    read: (showId) => this.api.invoke(getAdminShow, { showId }),
  });
  private readonly seatsOfShow = reading<Moment, SeatsOfShow>({
    params: () => {
      const show = this.known.value();
      return show && { showId: show.id, isDraft: show.status === 'DRAFT', time: this.moment() };
    },
    read: async (moment) => ({ ...moment, seats: await this.seatsOf(moment) }),
  });
  /** What was read last of the show stays in view until another moment is there. */
  private readonly shown = linkedSignal<SeatsOfShow | undefined, SeatsOfShow | undefined>({
    source: this.seatsOfShow.value,
    computation: (now, before) => now ?? (before?.value?.showId === this.showId() ? before?.value : undefined),
  });

  readonly seats = computed(() => this.shown()?.seats);
  /** The moment of `seats`, ISO 8601; undefined for now. */
  readonly time = computed(() => this.shown()?.time);
  readonly show = computed(() => this.shown() && this.known.value());
  readonly loading = computed(() => this.known.loading() || this.seatsOfShow.loading());
  /** Why the show, or its seats at the moment that was asked for, could not be read. */
  readonly problem = computed(() =>
    this.loading() ? undefined : (this.known.problem() ?? this.seatsOfShow.problem() ?? this.seatsOfShow.behind()),
  );

  /** Another show from now on, with its seats now. */
  open(showId: string): void {
    this.wanted.set(undefined);
    this.moment.set(undefined);
    this.showId.set(showId);
  }

  /**
   * Shows the seats as they were sold at `time` (ISO 8601); undefined: as they are now. A failure leaves the view as it is.
   * One moment is read at a time; of several asked for meanwhile only the last one is read.
   */
  async goTo(time: string | undefined): Promise<void> {
    this.wanted.set(time);
    await this.seatsOfShow.settled();
    if (!this.seatsOfShow.loading() && this.moment() === this.wanted()) return this.seatsOfShow.refresh();
    if (!this.seatsOfShow.loading()) this.moment.set(this.wanted());
    await this.seatsOfShow.settled();
  }

  /** Asks once more for what could not be read. */
  async retry(): Promise<void> {
    await (this.known.problem() ? this.known : this.seatsOfShow).reload();
  }

  /** A draft has no public map; the ledger knows its seats too. */
  private async seatsOf({ showId, isDraft, time }: Moment): Promise<readonly SeatResponse[]> {
    if (time === undefined && !isDraft) return (await this.api.invoke(getSeatMap, { showId })).seats;
    const moment = time ?? new Date(serverClock.now()).toISOString();
    return (await this.api.invoke(getSeatMapAt, { showId, time: moment })).seats;
  }
}
