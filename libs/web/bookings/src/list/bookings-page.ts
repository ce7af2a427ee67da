import { Component, computed, effect, ElementRef, inject, untracked, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiAccountKeyOutline, mdiTicketOutline } from '@mdi/js';
import { SessionStore, SignIn } from '@modex/web-account';
import { BookingResponse } from '@modex/web-api-client';
import {
  BlankState,
  counted,
  Heading,
  ListEnd,
  ListWords,
  Notice,
  Page,
  PageStates,
  Skeleton,
  WriteButton,
  WriteGate,
} from '@modex/web-ui';
import { Cancellation } from '../cancel/cancellation';
import { Ticket } from '../ticket/ticket';
import { MyBookings } from './my-bookings';

const LIST_WORDS: ListWords = {
  more: $localize`More bookings`,
  fetching: $localize`Fetching more bookings…`,
  all: (count) => counted(count, $localize`{n, plural, =1 {1 booking} other {${count}:bookings: bookings}}`),
  soFar: (count) =>
    counted(count, $localize`{n, plural, =1 {1 booking, and more} other {${count}:bookings: bookings, and more}}`),
};

/** The tickets of whoever is signed in: what is to come, and what was. */
@Component({
  imports: [
    BlankState,
    Heading,
    ListEnd,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    RouterLink,
    Skeleton,
    Ticket,
    WriteButton,
  ],
  providers: [Cancellation, MyBookings, WriteGate],
  templateUrl: './bookings-page.html',
  styleUrl: './bookings-page.scss',
})
export class BookingsPage {
  private readonly heading = viewChild<Heading, ElementRef<HTMLElement>>(Heading, { read: ElementRef });
  protected readonly listWords = LIST_WORDS;
  protected readonly session = inject(SessionStore);
  protected readonly door = inject(SignIn);
  protected readonly list = inject(MyBookings);
  protected readonly cancellation = inject(Cancellation);
  protected readonly icons = { empty: mdiTicketOutline, door: mdiAccountKeyOutline };
  private readonly userId = computed(() => this.session.user()?.userId);

  constructor() {
    void this.session.look();
    effect(() => {
      const userId = this.userId();
      untracked(() => this.change(userId));
    });
  }

  protected async signIn(): Promise<void> {
    if (await this.door.signInThen('bookings')) this.toHeading();
  }

  protected async cancel(booking: BookingResponse): Promise<void> {
    const after = await this.cancellation.cancel(booking);
    if (after) await this.list.take(after);
    else if (this.cancellation.problem()?.code === 'booking-not-cancellable') await this.list.open();
    else return;
    this.toHeading();
  }

  /** Another customer has signed in, or nobody: nothing of the one before stays. */
  private change(userId: string | undefined): void {
    this.list.close();
    this.cancellation.forget();
    if (userId) void this.list.open();
  }

  /** The button that was pressed is gone: the focus goes to the heading instead of getting lost. */
  private toHeading(): void {
    this.heading()?.nativeElement.focus();
  }
}
