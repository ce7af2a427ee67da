import { Component, computed, effect, ElementRef, inject, input, signal, untracked, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { mdiHistory, mdiLanDisconnect, mdiOpenInNew, mdiTheater } from '@mdi/js';
import { AdminShowResponse } from '@modex/web-api-client';
import {
  BackLink,
  BlankState,
  Heading,
  HousePlan,
  Icon,
  Live,
  Notice,
  Page,
  SeatCounts,
  Skeleton,
  StatusChip,
  TimePipe,
} from '@modex/web-ui';
import { OfficeNews } from '../frame/office-news';
import { SHOW_STATE_WORDS, showStateOf } from '../shows/show-state';
import { HouseWatch } from './house-watch';
import { ShowBookings } from './show-bookings';
import { ShowDesk } from './show-desk';
import { ShowNumbers } from './show-numbers';

/** One show of the house: how it stands and sells, its seats as they are now, its bookings, its moves. */
@Component({
  imports: [
    BackLink,
    BlankState,
    Heading,
    HousePlan,
    Icon,
    Live,
    MatButtonModule,
    Notice,
    Page,
    RouterLink,
    ShowBookings,
    ShowNumbers,
    Skeleton,
    StatusChip,
    TimePipe,
  ],
  providers: [HouseWatch, ShowDesk],
  templateUrl: './admin-show-page.html',
  styleUrl: './admin-show-page.scss',
})
export class AdminShowPage {
  private readonly title = inject(Title);

  /** The show of the address. */
  readonly showId = input.required<string>();

  private readonly heading = viewChild<Heading, ElementRef<HTMLElement>>(Heading, { read: ElementRef });
  private readonly bookings = viewChild(ShowBookings);
  protected readonly desk = inject(ShowDesk);
  protected readonly watch = inject(HouseWatch);
  protected readonly icons = {
    open: mdiOpenInNew,
    ledger: mdiHistory,
    failed: mdiLanDisconnect,
    missing: mdiTheater,
  };
  protected readonly said = signal(inject(OfficeNews).take());
  protected readonly state = computed(() => {
    const show = this.desk.show();
    return show && showStateOf(show);
  });
  protected readonly words = computed(() => SHOW_STATE_WORDS[this.state() ?? 'draft']);
  protected readonly counts = computed<SeatCounts>(() => this.watch.counts() ?? countsOf(this.desk.show()));
  protected readonly houseLabel = computed(() => {
    const { BOOKED, AVAILABLE, HELD, BLOCKED } = this.counts();
    return `The house: ${BOOKED} sold, ${AVAILABLE} free, ${HELD} held, ${BLOCKED} blocked.`;
  });
  protected readonly missing = computed(() => {
    const code = this.desk.problem()?.code;
    return code === 'unknown-show' || code === 'not-found' || code === 'validation-failed';
  });
  /** The house knows the seats of a show from the day it goes on sale; drafts have no map yet. */
  private readonly watched = computed(() => {
    const show = this.desk.show();
    return show && show.status !== 'DRAFT' ? show.id : undefined;
  });

  constructor() {
    effect(() => {
      const showId = this.showId();
      untracked(() => void this.desk.open(showId));
    });
    effect(() => {
      const showId = this.watched();
      untracked(() => (showId ? void this.watch.watch(showId) : this.watch.stop()));
    });
    effect(() => {
      const show = this.desk.show();
      if (show) this.title.setTitle(`${show.title} · Admin · Modex`);
    });
  }

  protected async publish(show: AdminShowResponse): Promise<void> {
    this.said.set('');
    if (!(await this.desk.publish(show))) return this.refresh(show);
    this.said.set('The show is on sale.');
    this.toHeading();
  }

  protected async cancel(show: AdminShowResponse): Promise<void> {
    this.said.set('');
    if (!(await this.desk.cancel(show))) return this.refresh(show);
    this.said.set('The show is cancelled, and its bookings with it.');
    this.toHeading();
    await Promise.all([this.watch.look(), this.bookings()?.reload()]);
  }

  /** What was pressed is gone now: the focus goes to the heading instead of getting lost. */
  private toHeading(): void {
    this.heading()?.nativeElement.focus();
  }

  /** After a refusal the page may be behind: shows how it stands. */
  private async refresh(show: AdminShowResponse): Promise<void> {
    if (this.desk.refused()?.code === 'show-move-refused') await this.desk.open(show.id);
  }
}

function countsOf(show: AdminShowResponse | undefined): SeatCounts {
  return {
    BOOKED: show?.soldSeats ?? 0,
    AVAILABLE: show?.freeSeats ?? 0,
    HELD: show?.heldSeats ?? 0,
    BLOCKED: show?.blockedSeats ?? 0,
  };
}
