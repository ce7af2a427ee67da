import { Component, computed, DOCUMENT, inject, input, resource } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiCalendarPlus, mdiLanDisconnect, mdiTicketOutline } from '@mdi/js';
import { Api, getMyBooking, readProblem } from '@modex/web-api-client';
import {
  BlankState,
  Eyebrow,
  groupSeats,
  Heading,
  Icon,
  Page,
  Poster,
  seatName,
  Skeleton,
  TimePipe,
} from '@modex/web-ui';
import { writeCalendar } from './calendar-event';

/** The ticket: what was booked, under which number, and what can be done with it. */
@Component({
  imports: [BlankState, Eyebrow, Heading, Icon, MatButtonModule, Page, Poster, RouterLink, Skeleton, TimePipe],
  templateUrl: './confirmation-page.html',
  styleUrl: './confirmation-page.scss',
})
export class ConfirmationPage {
  private readonly api = inject(Api);
  private readonly page = inject(DOCUMENT);

  /** The booking of the address. */
  readonly bookingId = input.required<string>();

  protected readonly icons = { calendar: mdiCalendarPlus, failed: mdiLanDisconnect, missing: mdiTicketOutline };
  protected readonly booking = resource({
    params: () => this.bookingId(),
    loader: ({ params }) => this.api.invoke(getMyBooking, { bookingId: params }),
  });
  protected readonly problem = computed(() => {
    const error = this.booking.error();
    return error === undefined ? undefined : readProblem(error.cause ?? error);
  });
  protected readonly rows = computed(() => (this.booking.hasValue() ? groupSeats(this.booking.value().seats) : []));
  protected readonly calendarFile = computed(() => {
    if (!this.booking.hasValue()) return '';
    const { bookingId, createdAt, show, seats } = this.booking.value();
    const note = `Modex booking ${bookingId}: ${seats.map(seatName).join('; ')}`;
    const event = {
      bookingId,
      bookedAt: createdAt,
      startTime: show.startTime,
      title: show.title,
      venue: show.venue,
      note,
    };
    return writeCalendar(event);
  });

  /** Hands the event to the browser as a file; it never leaves this computer. */
  protected saveCalendar(): void {
    const address = URL.createObjectURL(new Blob([this.calendarFile()], { type: 'text/calendar' }));
    const link = this.page.createElement('a');
    link.href = address;
    link.download = `modex-${this.bookingId()}.ics`;
    link.click();
    URL.revokeObjectURL(address);
  }
}
