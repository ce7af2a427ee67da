import { Component, computed, DOCUMENT, effect, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiAccountKeyOutline, mdiCalendarPlus, mdiPrinterOutline, mdiTicketOutline } from '@mdi/js';
import { SignIn } from '@modex/web-account';
import { Api, BookingResponse, getShow, Problem, reading, readProblem } from '@modex/web-api-client';
import {
  BackLink,
  BlankState,
  counted,
  Eyebrow,
  Heading,
  HeadingFocus,
  Icon,
  Notice,
  Page,
  PageStates,
  Return,
  ReturnWords,
  SeatsToReturn,
  Skeleton,
  TimePipe,
  WriteButton,
  WriteGate,
} from '@modex/web-ui';
import { CalendarFile } from '../calendar/calendar-file';
import { Cancellation } from '../cancel/cancellation';
import { isUpcoming, STATE_WORDS } from '../ticket/booking-state';
import { OrganiserNote } from '../texts/organiser-note';
import { ShowTexts } from '../texts/show-texts';
import { Ticket } from '../ticket/ticket';
import { OpenBooking } from './open-booking';
import { changesOf, ShowChanges } from './show-changes';

const RETURN_WORDS: ReturnWords = {
  ask: $localize`Which seats do you give back?`,
  none: $localize`Tick the seats that you do not need.`,
  kept: (count) => $localize`You keep ${count}:seats:.`,
  give: (count) =>
    counted(count, $localize`{n, plural, =1 {Give 1 seat back} other {Give ${count}:seats: seats back}}`),
};

/** One booking, just made or looked at again: the ticket, what it means now, and what can be done with it. */
@Component({
  imports: [
    BackLink,
    BlankState,
    Eyebrow,
    Heading,
    Icon,
    MatButtonModule,
    Notice,
    OrganiserNote,
    Page,
    PageStates,
    RouterLink,
    SeatsToReturn,
    ShowChanges,
    ShowTexts,
    Skeleton,
    Ticket,
    TimePipe,
    WriteButton,
  ],
  providers: [Cancellation, OpenBooking, WriteGate],
  templateUrl: './booking-page.html',
  styleUrl: './booking-page.scss',
})
export class BookingPage {
  private readonly api = inject(Api);
  private readonly page = inject(DOCUMENT);
  private readonly headingFocus = inject(HeadingFocus);
  private readonly door = inject(SignIn);
  private readonly calendar = inject(CalendarFile);
  private readonly heading = viewChild<Heading, ElementRef<HTMLElement>>(Heading, { read: ElementRef });

  /** The booking of the address. */
  readonly bookingId = input.required<string>();
  /** True on the page that follows a booking. */
  readonly justBooked = input(false);

  protected readonly booking = inject(OpenBooking);
  protected readonly cancellation = inject(Cancellation);
  /** What the show says to whoever comes; only of one that is still ahead. */
  protected readonly texts = reading({
    params: () => (isUpcoming(this.booking.state() ?? 'past') ? this.booking.made()?.show.id : undefined),
    read: (showId) => this.api.invoke(getShow, { showId }),
  });
  protected readonly returnWords = RETURN_WORDS;
  protected readonly icons = {
    calendar: mdiCalendarPlus,
    print: mdiPrinterOutline,
    missing: mdiTicketOutline,
    door: mdiAccountKeyOutline,
  };
  /** The seats are being chosen that are given back. */
  protected readonly choosing = signal(false);
  protected readonly calendarProblem = signal<Problem | undefined>(undefined);
  protected readonly meaning = computed(() => STATE_WORDS[this.booking.state() ?? 'valid'].meaning);
  /** Why the venue cancelled the show or the booking, or took seats of it. */
  protected readonly reason = computed(() => {
    const made = this.booking.made();
    return made?.show.status === 'CANCELLED' ? (made.show.cancelReason ?? made.reason) : made?.reason;
  });
  /** Whoever comes late still needs them. */
  protected readonly hasTickets = computed(() => {
    const made = this.booking.made();
    return made?.status === 'CONFIRMED' && made.show.status !== 'CANCELLED';
  });
  protected readonly lesser = computed(() => (this.hasTickets() ? 'outlined' : 'filled'));
  protected readonly hasChanges = computed(() => {
    const made = this.booking.made();
    return made !== undefined && isUpcoming(this.booking.state() ?? 'past') && changesOf(made.show).length > 0;
  });
  protected readonly headline = computed(() => {
    if (!this.justBooked()) return $localize`Your booking`;
    if (this.booking.state() === 'showCancelled') return $localize`This show is cancelled`;
    if (this.booking.state() !== 'valid') return $localize`This booking is not valid`;
    const seats = this.booking.made()?.seats.length ?? 0;
    return counted(seats, $localize`{n, plural, =1 {The seat is yours} other {The seats are yours}}`);
  });

  constructor() {
    effect(() => this.booking.bookingId.set(this.bookingId()));
  }

  protected async signIn(): Promise<void> {
    if (await this.door.signInThen('bookings')) this.headingFocus.expect();
  }

  /** Gives these seats back, or all. */
  protected readonly giveBack: Return = async (seatIds) => {
    const made = this.booking.made();
    if (made === undefined) return;
    const some = seatIds !== undefined && seatIds.length < made.seats.length ? seatIds : undefined;
    const after = await this.cancellation.cancel(made, some);
    if (after) this.booking.set(after);
    else if (this.cancellation.problem()?.code === 'booking-not-cancellable') await this.booking.reading.refresh();
    else return;
    this.choosing.set(false);
    this.toHeading();
  };

  protected async saveCalendar(booking: BookingResponse): Promise<void> {
    this.calendarProblem.set(undefined);
    try {
      await this.calendar.save(booking);
    } catch (error) {
      this.calendarProblem.set(readProblem(error));
    }
  }

  protected print(): void {
    this.page.defaultView?.print();
  }

  /** The button that was pressed is gone: the focus goes to the heading instead of getting lost. */
  private toHeading(): void {
    this.heading()?.nativeElement.focus();
  }
}
