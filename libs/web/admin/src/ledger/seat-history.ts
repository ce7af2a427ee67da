import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import {
  Api,
  CustomerResponse,
  getSeatHistory,
  Problem,
  readProblem,
  SeatEventResponse,
  SeatHistoryResponse,
} from '@modex/web-api-client';
import { Notice, seatName, Skeleton, StatusChip } from '@modex/web-ui';
import { writeMoment } from './moment';
import { tellEvents } from './seat-events';

/** What happened to one seat, oldest first. Emits `visited` with the time of an event whose house is asked for. */
@Component({
  selector: 'mx-seat-history',
  imports: [MatButtonModule, Notice, Skeleton, StatusChip],
  templateUrl: './seat-history.html',
  styleUrl: './seat-history.scss',
})
export class SeatHistory {
  private readonly api = inject(Api);

  readonly showId = input.required<string>();
  readonly seatId = input.required<string>();
  readonly visited = output<string>();

  protected readonly write = writeMoment;
  protected readonly name = seatName;
  protected readonly history = signal<SeatHistoryResponse | undefined>(undefined);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly events = computed(() => tellEvents(this.history()?.events ?? []));

  constructor() {
    effect(() => {
      this.showId();
      this.seatId();
      untracked(() => void this.read());
    });
  }

  /** For whom it was done, where that is not who did it. */
  protected customerOf({ by, customer }: SeatEventResponse): CustomerResponse | null {
    return by?.userId === customer?.userId ? null : customer;
  }

  protected async read(): Promise<void> {
    const [showId, seatId] = [this.showId(), this.seatId()];
    this.problem.set(undefined);
    this.history.set(undefined);
    try {
      const history = await this.api.invoke(getSeatHistory, { showId, seatId });
      if (seatId === this.seatId()) this.history.set(history);
    } catch (error) {
      if (seatId === this.seatId()) this.problem.set(readProblem(error));
    }
  }
}
