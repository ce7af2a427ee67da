import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiLanDisconnect } from '@mdi/js';
import { countStatuses, packStatuses, planOfShow, SeatMap } from '@modex/web-seats';
import {
  BackLink,
  Control,
  Eyebrow,
  Field,
  Heading,
  serverClock,
  Notice,
  Page,
  PageHead,
  PageStates,
  rowLabel,
  SeatLegend,
  SeatMark,
  Skeleton,
} from '@modex/web-ui';
import { zoneAt } from '../create/time-zone';
import { LedgerStore } from './ledger-store';
import { secondsInput, writeMoment } from './moment';
import { SaleReplay } from './sale-replay';
import { SaleSlider } from './sale-slider';
import { SeatHistory } from './seat-history';

const SECOND_END_MS = 999;

/** The ledger of a show: the plan as it is or was sold, and what happened to each seat. */
@Component({
  imports: [
    BackLink,
    Control,
    Eyebrow,
    Field,
    Heading,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    RouterLink,
    SaleSlider,
    SeatHistory,
    SeatLegend,
    SeatMap,
    Skeleton,
  ],
  providers: [LedgerStore, SaleReplay],
  templateUrl: './ledger-page.html',
  styleUrl: './ledger-page.scss',
})
export class LedgerPage {
  private readonly head = inject(PageHead);

  /** The show of the address. */
  readonly showId = input.required<string>();
  /** The seat that is picked at first: its id. */
  readonly seat = input<string>();

  protected readonly ledger = inject(LedgerStore);
  protected readonly replay = inject(SaleReplay);
  protected readonly icons = { failed: mdiLanDisconnect };
  protected readonly marks: readonly SeatMark[] = ['free', 'taken', 'chosen'];
  protected readonly zone = $localize`Your time zone: ${zoneAt(new Date(serverClock.now()))}:zone:.`;
  protected readonly momentError = signal('');
  protected readonly momentState = {
    touched: () => true,
    errors: () => (this.momentError() ? [{ message: this.momentError() }] : []),
  };
  protected readonly picked = linkedSignal(() => this.seat());
  protected readonly chosen = computed<ReadonlySet<string>>(() => new Set(this.picked() ? [this.picked() ?? ''] : []));
  /** What its rows are called, from the stage. */
  protected readonly rows = computed(() => [...new Set((this.ledger.seats() ?? []).map(rowLabel))]);
  private readonly layout = planOfShow(() => this.ledger.show());
  protected readonly plan = this.layout.plan;
  protected readonly problem = computed(() => this.ledger.problem() ?? this.layout.problem());
  protected readonly status = computed(() => packStatuses((this.ledger.seats() ?? []).map(({ status }) => status)));
  /** The row whose seats the second select offers: the picked seat's row until another row is chosen. */
  protected readonly row = linkedSignal(() => {
    const place = this.place();
    return place ? rowLabel(place) : '';
  });
  protected readonly seatsOfRow = computed(() =>
    (this.ledger.seats() ?? []).filter((seat) => rowLabel(seat) === this.row()),
  );
  protected readonly when = computed(() => {
    const time = this.ledger.time();
    return time ? $localize`The seats on ${writeMoment(time)}:moment:` : $localize`The seats now`;
  });
  protected readonly sales = computed(() => {
    const { BOOKED, AVAILABLE, HELD, BLOCKED } = countStatuses(this.status(), this.status().size);
    return HELD + BLOCKED > 0
      ? $localize`${BOOKED}:sold: sold, ${AVAILABLE}:free: free, ${HELD}:held: held, ${BLOCKED}:blocked: blocked.`
      : $localize`${BOOKED}:sold: sold, ${AVAILABLE}:free: free.`;
  });
  protected readonly timeInput = computed(() => {
    const time = this.ledger.time();
    return time ? secondsInput(new Date(time)) : '';
  });
  protected readonly place = computed(() => this.ledger.seats()?.find(({ id }) => id === this.picked()), {
    equal: (one, other) => one?.id === other?.id,
  });

  constructor() {
    effect(() => {
      const showId = this.showId();
      untracked(() => this.ledger.open(showId));
    });
    effect(() => {
      const show = this.ledger.show();
      if (show) this.head.name($localize`Seat ledger · ${show.title}:title: · Admin`);
    });
  }

  protected readonly retry = async (): Promise<void> => {
    await (this.ledger.problem() ? this.ledger.retry() : this.layout.reload());
  };

  /** Choosing another row clears the picked seat. */
  protected chooseRow(row: string): void {
    this.picked.set(undefined);
    this.row.set(row);
  }

  protected chooseSeat(seatId: string): void {
    this.picked.set(seatId || undefined);
  }

  /**
   * `local`: the value of a datetime-local input, in the admin's own time zone; empty while it is not complete. Events have
   * milliseconds and the input has only seconds, so all events of that second are included.
   */
  protected visit(local: string): void {
    const moment = new Date(local);
    if (Number.isNaN(moment.getTime())) return this.momentError.set($localize`Please give a date and a time.`);
    if (moment.getTime() > serverClock.now()) return this.momentError.set($localize`That moment is still to come.`);
    this.travel(new Date(moment.getTime() + SECOND_END_MS).toISOString());
  }

  protected travel(time: string | undefined): void {
    this.momentError.set('');
    this.replay.pause();
    void this.ledger.goTo(time);
  }
}
