import { Component, computed, effect, ElementRef, inject, input, signal, untracked, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { mdiCalendarMultiple, mdiContentCopy, mdiHistory, mdiOpenInNew, mdiPencilOutline } from '@mdi/js';
import { AdminShowResponse, ShowStatus } from '@modex/web-api-client';
import { isPlainPlan } from '@modex/domain';
import { countStatuses, isUnknownShow, LiveSeats, planOfShow, SeatCounts, SeatMap } from '@modex/web-seats';
import {
  BackLink,
  Heading,
  Icon,
  isolated,
  Live,
  Notice,
  Page,
  PageHead,
  PageStates,
  ShowTimePipe,
  Skeleton,
  StatusChip,
  windowWords,
  WriteButton,
  WriteGate,
} from '@modex/web-ui';
import { NoSuchShow } from './no-such-show';
import { StaffRights } from '../frame/staff-rights';
import { AdminNews } from '../frame/admin-news';
import { PLAIN_CATEGORIES } from '../prices/prices-draft';
import { UncollectedPart } from '../till/uncollected';
import { SHOW_STATE_WORDS, showStateOf } from '../shows/show-state';
import { ShowBookings } from './show-bookings';
import { ShowActions } from './show-actions';
import { ShowHistory } from './show-history';
import { ShowNumbers } from './show-numbers';
import { SeatBlocks } from './seat-blocks';
import { ShowPricesPart } from './show-prices-part';

/** The page of one show: its state and sales, its seats as they are now, its bookings, and its moves. */
@Component({
  imports: [
    BackLink,
    Heading,
    Icon,
    Live,
    MatButtonModule,
    NoSuchShow,
    Notice,
    Page,
    PageStates,
    RouterLink,
    SeatMap,
    SeatBlocks,
    ShowBookings,
    ShowHistory,
    ShowNumbers,
    ShowPricesPart,
    ShowTimePipe,
    Skeleton,
    StatusChip,
    UncollectedPart,
    WriteButton,
  ],
  providers: [LiveSeats, ShowActions, WriteGate],
  templateUrl: './admin-show-page.html',
  styleUrl: './admin-show-page.scss',
})
export class AdminShowPage {
  protected readonly rights = inject(StaffRights);
  private readonly head = inject(PageHead);

  private readonly router = inject(Router);
  private readonly news = inject(AdminNews);

  /** The show of the address. */
  readonly showId = input.required<string>();

  private readonly heading = viewChild<Heading, ElementRef<HTMLElement>>(Heading, { read: ElementRef });
  private readonly bookings = viewChild(ShowBookings);
  protected readonly actions = inject(ShowActions);
  protected readonly liveSeats = inject(LiveSeats);
  protected readonly icons = {
    open: mdiOpenInNew,
    edit: mdiPencilOutline,
    copy: mdiContentCopy,
    dates: mdiCalendarMultiple,
    ledger: mdiHistory,
  };
  protected readonly behind = $localize`The seats may be a little behind. We keep asking.`;
  protected readonly said = signal(this.news.take());
  protected readonly state = computed(() => {
    const show = this.actions.show();
    return show && showStateOf(show);
  });
  /** When its sale opens and closes; empty where it has no such times. */
  protected readonly saleWindow = computed(() => {
    const show = this.actions.show();
    return show ? windowWords(show) : '';
  });
  protected readonly words = computed(() => SHOW_STATE_WORDS[this.state() ?? 'draft']);
  protected readonly layout = planOfShow(() => this.actions.show());
  protected readonly categories = computed(() => {
    const show = this.actions.show();
    const drawn = show && !isPlainPlan(show.planId) ? this.layout.plan() : undefined;
    return drawn?.plan.categories ?? PLAIN_CATEGORIES;
  });
  /** Undefined until the seats are known. */
  protected readonly plan = computed(() => (this.liveSeats.isKnown() ? this.layout.plan() : undefined));
  protected readonly seatsProblem = computed(
    () => this.liveSeats.problem() ?? this.liveSeats.behind() ?? this.layout.problem(),
  );
  protected readonly counts = computed<SeatCounts>(() => {
    const plan = this.plan();
    return plan ? countStatuses(this.liveSeats.status(), plan.size) : countsOf(this.actions.show());
  });
  protected readonly planLabel = computed(() => {
    const { BOOKED, AVAILABLE, HELD, BLOCKED } = this.counts();
    return $localize`The seats: ${BOOKED}:sold: sold, ${AVAILABLE}:free: free, ${HELD}:held: held, ${BLOCKED}:blocked: blocked.`;
  });
  protected readonly missing = computed(() => isUnknownShow(this.actions.reading.problem()));
  /** A show has a seat map from the day it goes on sale; drafts have none yet. */
  private readonly watched = computed(() => {
    const show = this.actions.show();
    return show && show.status !== 'DRAFT' ? show.id : undefined;
  });

  constructor() {
    effect(() => this.actions.showId.set(this.showId()));
    effect(() => this.liveSeats.showId.set(this.watched()));
    effect(() => {
      const told = this.liveSeats.planVersion();
      const known = untracked(this.actions.show)?.planVersion;
      // The show has switched to another version of its plan.
      if (told !== undefined && known !== undefined && told !== known) {
        untracked(() => void this.actions.reading.refresh());
      }
    });
    effect(() => {
      const told = this.liveSeats.showStatus();
      untracked(() => void this.follow(told));
    });
    effect(() => {
      const show = this.actions.show();
      if (show) this.head.name($localize`${show.title}:title: · Admin`);
    });
  }

  /** What happened to a seat stands in the ledger. */
  protected async openHistory(seat: string): Promise<void> {
    if (!this.rights.may('ledger.read.any')) return;
    await this.router.navigate(['/admin/shows', this.showId(), 'ledger'], { queryParams: { seat } });
  }

  /** Asks for what the map lacks. */
  protected readonly askNow = async (): Promise<void> => {
    await Promise.all([this.liveSeats.refresh(), this.layout.reload()]);
  };

  protected async publish(): Promise<void> {
    const show = this.actions.show();
    if (!show) return;
    this.said.set('');
    if (!(await this.actions.publish(show))) return this.refresh();
    const isLater = this.actions.show()?.salePhase === 'NOT_OPEN';
    this.said.set(isLater ? $localize`The show is listed, and its sale opens later.` : $localize`The show is on sale.`);
    this.toHeading();
  }

  protected async cancel(): Promise<void> {
    const show = this.actions.show();
    if (!show) return;
    this.said.set('');
    if (!(await this.actions.cancel(show))) return this.refresh();
    this.said.set($localize`The show is cancelled, and its bookings with it.`);
    this.toHeading();
    await Promise.all([this.liveSeats.refresh(), this.bookings()?.reload()]);
  }

  protected async afterRelease(): Promise<void> {
    await Promise.all([this.actions.reading.refresh(), this.liveSeats.refresh(), this.bookings()?.reload()]);
  }

  protected async remove(): Promise<void> {
    const show = this.actions.show();
    if (!show) return;
    this.said.set('');
    if (!(await this.actions.delete(show))) return this.refresh();
    this.news.leave($localize`The draft “${isolated(show.title)}:title:” is deleted.`);
    await this.router.navigate(['/admin'], { replaceUrl: true });
  }

  /** Somebody else moved the show: what can be done with it, and its bookings, are read again. */
  private async follow(told: ShowStatus | undefined): Promise<void> {
    const known = this.actions.show()?.status;
    const isOurs = this.actions.moving() !== undefined;
    if (told === undefined || known === undefined || told === known || isOurs) return;
    await this.actions.reading.refresh();
    if (this.actions.show()?.status === 'CANCELLED') this.said.set($localize`The show has just been cancelled.`);
    await this.bookings()?.reload();
  }

  /** The button that was pressed is gone: the focus goes to the heading instead of getting lost. */
  private toHeading(): void {
    this.heading()?.nativeElement.focus();
  }

  /** After a refusal the page may be out of date: reads the show again. */
  private async refresh(): Promise<void> {
    if (this.actions.refused()?.code === 'show-move-refused') await this.actions.reading.refresh();
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
