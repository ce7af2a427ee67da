import { inject, Injectable, signal } from '@angular/core';
import {
  AdminShowResponse,
  Api,
  getAdminShow,
  getSeatMap,
  getSeatMapAt,
  Problem,
  readProblem,
  SeatResponse,
} from '@modex/web-api-client';

/** A show with its seats, as they are now or as they were sold at a moment. */
@Injectable()
export class LedgerStore {
  private readonly api = inject(Api);
  /** Counts the questions: an answer that another question has overtaken is dropped. */
  private question = 0;
  private travelling: Promise<void> | undefined;

  readonly show = signal<AdminShowResponse | undefined>(undefined);
  readonly seats = signal<readonly SeatResponse[] | undefined>(undefined);
  /** The moment of `seats`, ISO 8601; undefined for now. */
  readonly time = signal<string | undefined>(undefined);
  /** The moment that was asked for last, also while it is on its way, and when it could not be read. */
  readonly wanted = signal<string | undefined>(undefined);
  readonly loading = signal(false);
  /** Why the show, or its seats at the moment that was asked for, could not be read. */
  readonly problem = signal<Problem | undefined>(undefined);

  /** Reads the show and its seats now. */
  async open(showId: string): Promise<void> {
    this.wanted.set(undefined);
    if (this.show()?.id !== showId) {
      this.show.set(undefined);
      this.seats.set(undefined);
    }
    await this.ask(async () => {
      const show = await this.api.invoke(getAdminShow, { showId });
      return { show, seats: await this.seatsOf(show, undefined), time: undefined };
    });
  }

  /**
   * Shows the house as it was sold at `time` (ISO 8601); undefined: as it is now. A failure leaves what is in view. One
   * moment is read at a time: of those that are asked for meanwhile only the last one is read.
   */
  async goTo(time: string | undefined): Promise<void> {
    this.wanted.set(time);
    this.travelling ??= this.travel().finally(() => (this.travelling = undefined));
    await this.travelling;
  }

  /** Asks for the same moment again. */
  async goAgain(): Promise<void> {
    await this.goTo(this.wanted());
  }

  private async travel(): Promise<void> {
    let time: string | undefined;
    do {
      const show = this.show();
      const moment = this.wanted();
      time = moment;
      if (show) await this.ask(async () => ({ show, seats: await this.seatsOf(show, moment), time: moment }));
    } while (time !== this.wanted());
  }

  private async ask(read: () => Promise<House>): Promise<void> {
    const question = ++this.question;
    this.loading.set(true);
    this.problem.set(undefined);
    try {
      const { show, seats, time } = await read();
      if (question !== this.question) return;
      this.show.set(show);
      this.seats.set(seats);
      this.time.set(time);
    } catch (error) {
      if (question !== this.question) return;
      this.problem.set(readProblem(error));
    }
    this.loading.set(false);
  }

  /** A draft has no public map; the ledger knows its seats too. */
  private async seatsOf({ id, status }: AdminShowResponse, time: string | undefined): Promise<readonly SeatResponse[]> {
    if (time === undefined && status !== 'DRAFT') return (await this.api.invoke(getSeatMap, { showId: id })).seats;
    const moment = time ?? new Date().toISOString();
    return (await this.api.invoke(getSeatMapAt, { showId: id, time: moment })).seats;
  }
}

interface House {
  readonly show: AdminShowResponse;
  readonly seats: readonly SeatResponse[];
  readonly time: string | undefined;
}
