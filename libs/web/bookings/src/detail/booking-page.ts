import { Component, computed, ElementRef, inject, input, resource, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiAccountKeyOutline, mdiArrowLeft, mdiLanDisconnect, mdiTicketOutline } from '@mdi/js';
import { SessionStore } from '@modex/web-account';
import { Api, BookingResponse, getMyBooking, readProblem } from '@modex/web-api-client';
import { BlankState, Heading, HeadingFocus, Icon, Notice, Skeleton, TimePipe } from '@modex/web-ui';
import { Cancellation } from '../cancel/cancellation';
import { STATE_WORDS, stateOf } from '../ticket/booking-state';
import { Ticket } from '../ticket/ticket';

/** One booking: the ticket, its number, what it means now, and the way to give it back. */
@Component({
  imports: [BlankState, Heading, Icon, MatButtonModule, Notice, RouterLink, Skeleton, Ticket, TimePipe],
  providers: [Cancellation],
  templateUrl: './booking-page.html',
  styleUrl: './booking-page.scss',
})
export class BookingPage {
  private readonly api = inject(Api);
  private readonly headingFocus = inject(HeadingFocus);
  private readonly heading = viewChild<Heading, ElementRef<HTMLElement>>(Heading, { read: ElementRef });

  /** The booking of the address. */
  readonly bookingId = input.required<string>();

  protected readonly session = inject(SessionStore);
  protected readonly cancellation = inject(Cancellation);
  protected readonly icons = {
    back: mdiArrowLeft,
    missing: mdiTicketOutline,
    failed: mdiLanDisconnect,
    door: mdiAccountKeyOutline,
  };
  protected readonly now = Date.now();
  /** Asked again for whoever signs in; not asked while nobody is. */
  protected readonly booking = resource({
    params: () => {
      const userId = this.session.user()?.userId;
      return userId ? { userId, bookingId: this.bookingId() } : undefined;
    },
    loader: ({ params }) => this.api.invoke(getMyBooking, { bookingId: params.bookingId }),
  });
  protected readonly problem = computed(() => {
    const error = this.booking.error();
    return error === undefined ? undefined : readProblem(error.cause ?? error);
  });
  protected readonly meaning = computed(() =>
    this.booking.hasValue() ? STATE_WORDS[stateOf(this.booking.value(), this.now)].meaning : '',
  );

  protected async signIn(): Promise<void> {
    if (await this.session.signInThen('bookings')) this.headingFocus.expect();
  }

  protected async cancel(booking: BookingResponse): Promise<void> {
    const after = await this.cancellation.cancel(booking);
    if (after) this.booking.set(after);
    else if (this.cancellation.problem()?.code === 'booking-not-cancellable') this.booking.reload();
    else return;
    this.toHeading();
  }

  /** What was pressed is gone now: the focus goes to the heading instead of getting lost. */
  private toHeading(): void {
    this.heading()?.nativeElement.focus();
  }
}
