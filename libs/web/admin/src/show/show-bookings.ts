import { Component, computed, effect, ElementRef, inject, input, signal, untracked, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiArrowUp } from '@mdi/js';
import { codeInGroups } from '@modex/domain';
import { Api, listShowBookings, Pages, repeatWhileVisible, SalesRows } from '@modex/web-api-client';
import { counted, Icon, ListEnd, Live, PageStates, SeatRows, Skeleton, StatusChip, TimePipe } from '@modex/web-ui';
import { BOOKING_LIST_WORDS } from '../bookings/booking-list-words';
import { BOOKING_STATUS_WORDS } from '../bookings/booking-words';
import { soldWords } from '../prices/price-text';

const PAGE = 25;
/** How far the list may be behind while somebody looks at it, in milliseconds. */
export const BOOKINGS_REFRESH_MS = 5000;

/**
 * Who has booked which seats of a show: a table, on a phone a card for each booking. It fills by itself while the show
 * sells. New bookings stand on top; while somebody is reading, they wait behind a button, so that nothing moves.
 */
@Component({
  selector: 'mx-show-bookings',
  imports: [Icon, ListEnd, Live, MatButtonModule, PageStates, RouterLink, SeatRows, Skeleton, StatusChip, TimePipe],
  templateUrl: './show-bookings.html',
  styleUrl: './show-bookings.scss',
})
export class ShowBookings {
  private readonly api = inject(Api);

  readonly showId = input.required<string>();

  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly repeat = repeatWhileVisible(
    () => this.look(),
    () => BOOKINGS_REFRESH_MS,
  );
  protected readonly listWords = BOOKING_LIST_WORDS;
  protected readonly words = BOOKING_STATUS_WORDS;
  protected readonly soldWords = soldWords;
  protected readonly codeInGroups = codeInGroups;
  protected readonly icons = { up: mdiArrowUp };
  protected readonly pages = new Pages(
    (cursor) => this.api.invoke(listShowBookings, { showId: this.showId(), limit: PAGE, cursor }),
    ({ bookingId }) => bookingId,
  );
  /** New bookings that are not shown yet. */
  protected readonly waiting = signal(0);
  protected readonly waitingWords = computed(() =>
    counted(
      this.waiting(),
      $localize`{n, plural, =1 {Show 1 new booking} other {Show ${this.waiting()}:bookings: new bookings}}`,
    ),
  );

  constructor() {
    effect(() => {
      this.showId();
      untracked(() => void this.open());
    });
  }

  /** Reads the bookings now and shows them at once, even while somebody is reading the list. */
  async reload(): Promise<void> {
    this.waiting.set(0);
    await this.pages.refresh();
  }

  /** Reads the list from its beginning. */
  protected async open(): Promise<void> {
    this.waiting.set(0);
    await this.pages.open();
    this.repeat.later();
  }

  /** Where the browser gets a table from, as a file. */
  protected fileOf(rows: SalesRows): string {
    return `/api/admin/shows/${this.showId()}/sales.csv?rows=${rows}`;
  }

  protected async showNew(): Promise<void> {
    this.heading().nativeElement.focus();
    await this.reload();
  }

  private async look(): Promise<void> {
    const newer = await this.pages.look();
    if (!newer) return;
    const held = newer.arrived > 0 && this.isBeingRead();
    this.waiting.set(held ? newer.arrived : 0);
    if (!held) this.pages.show(newer);
  }

  /** True while a hand or the focus is in the list, or its beginning is out of sight above. */
  private isBeingRead(): boolean {
    const list = this.list()?.nativeElement;
    if (!list) return false;
    return list.matches(':hover, :focus-within') || list.getBoundingClientRect().top < 0;
  }
}
