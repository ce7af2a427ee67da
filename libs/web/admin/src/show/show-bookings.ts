import { Component, effect, inject, input, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { mdiCancel, mdiCheckDecagram, mdiClockAlertOutline, mdiTimerSandEmpty } from '@mdi/js';
import { Api, BookingStatus, listShowBookings, Pages } from '@modex/web-api-client';
import { ChipTone, Notice, SeatRows, Skeleton, StatusChip, TimePipe } from '@modex/web-ui';

const PAGE = 25;

const STATUS_WORDS: Readonly<
  Record<BookingStatus, { readonly word: string; readonly icon: string; readonly tone: ChipTone }>
> = {
  CONFIRMED: { word: 'Confirmed', icon: mdiCheckDecagram, tone: 'good' },
  PENDING: { word: 'Being made', icon: mdiTimerSandEmpty, tone: 'waiting' },
  CANCELLED: { word: 'Cancelled', icon: mdiCancel, tone: 'bad' },
  EXPIRED: { word: 'Expired', icon: mdiClockAlertOutline, tone: 'quiet' },
  FAILED: { word: 'Failed', icon: mdiClockAlertOutline, tone: 'quiet' },
};

/** Who has booked which seats of a show: a table, on a phone a card for each booking. */
@Component({
  selector: 'mx-show-bookings',
  imports: [MatButtonModule, Notice, SeatRows, Skeleton, StatusChip, TimePipe],
  templateUrl: './show-bookings.html',
  styleUrl: './show-bookings.scss',
})
export class ShowBookings {
  private readonly api = inject(Api);

  readonly showId = input.required<string>();

  protected readonly words = STATUS_WORDS;
  protected readonly pages = new Pages((cursor) =>
    this.api.invoke(listShowBookings, { showId: this.showId(), limit: PAGE, cursor }),
  );

  constructor() {
    effect(() => {
      this.showId();
      untracked(() => void this.pages.open());
    });
  }

  /** Reads the bookings anew. */
  async reload(): Promise<void> {
    await this.pages.open();
  }
}
