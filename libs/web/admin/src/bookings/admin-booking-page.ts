import { Component, computed, effect, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiTicketOutline } from '@mdi/js';
import { codeInGroups } from '@modex/domain';
import {
  BackLink,
  BlankState,
  counted,
  Heading,
  Notice,
  Page,
  PageHead,
  PageStates,
  Return,
  ReturnWords,
  SeatRows,
  SeatsToReturn,
  ShowTimePipe,
  Skeleton,
  StatusChip,
  TimePipe,
  WriteButton,
  WriteGate,
} from '@modex/web-ui';
import { StaffRights } from '../frame/staff-rights';
import { PriceLines } from '../prices/price-lines';
import { BookingTill } from '../till/booking-till';
import { BookingActions } from './booking-actions';
import { BOOKING_STATUS_WORDS } from './booking-words';

const RETURN_WORDS: ReturnWords = {
  ask: $localize`Which seats are cancelled?`,
  none: $localize`Tick the seats that are given back.`,
  kept: (count) =>
    counted(count, $localize`{n, plural, =1 {1 seat stays booked.} other {${count}:seats: seats stay booked.}}`),
  give: (count) => counted(count, $localize`{n, plural, =1 {Cancel 1 seat} other {Cancel ${count}:seats: seats}}`),
};

/** One booking of a customer: all its facts, and what an admin can do with it. */
@Component({
  imports: [
    BackLink,
    BlankState,
    BookingTill,
    Heading,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    PriceLines,
    RouterLink,
    SeatRows,
    SeatsToReturn,
    ShowTimePipe,
    Skeleton,
    StatusChip,
    TimePipe,
    WriteButton,
  ],
  providers: [BookingActions, WriteGate],
  templateUrl: './admin-booking-page.html',
  styleUrl: './admin-booking-page.scss',
})
export class AdminBookingPage {
  protected readonly rights = inject(StaffRights);
  private readonly head = inject(PageHead);
  private readonly heading = viewChild<Heading, ElementRef<HTMLElement>>(Heading, { read: ElementRef });

  /** The booking of the address. */
  readonly bookingId = input.required<string>();

  protected readonly actions = inject(BookingActions);
  protected readonly icons = { missing: mdiTicketOutline };
  protected readonly unknown = $localize`No longer known`;
  protected readonly returnWords = RETURN_WORDS;
  /** True while the admin chooses which seats to cancel. */
  protected readonly choosing = signal(false);
  protected readonly said = signal('');
  protected readonly state = computed(() => BOOKING_STATUS_WORDS[this.actions.booking()?.status ?? 'PENDING']);
  /** The names of seats by their ids, also of those that were given back. */
  protected readonly seatsOf = computed(() => {
    const { seats = [], returnedSeats = [] } = this.actions.booking() ?? {};
    const names = new Map([...seats, ...returnedSeats].map((seat) => [seat.id, seat.name]));
    return (_: string, seatIds: readonly string[]) => seatIds.map((id) => names.get(id) ?? '').join(', ');
  });
  protected readonly code = computed(() => codeInGroups(this.actions.booking()?.code ?? ''));
  protected readonly missing = computed(() => this.actions.reading.problem()?.code === 'unknown-booking');

  constructor() {
    effect(() => this.actions.bookingId.set(this.bookingId()));
    effect(() => {
      const booking = this.actions.booking();
      if (booking) this.head.name($localize`Booking ${booking.code}:code: · Admin`);
    });
  }

  /** Cancels these seats, or all. */
  protected readonly cancel: Return = async (seatIds) => {
    const booking = this.actions.booking();
    if (!booking) return;
    this.said.set('');
    const some = seatIds !== undefined && seatIds.length < booking.seats.length ? seatIds : undefined;
    if (await this.actions.cancel(booking, some)) this.said.set(outcome(some));
    else if (this.actions.refused()) await this.actions.reading.refresh();
    else return;
    this.keepAll();
  };

  /** The button that was pressed is gone: the focus goes to the heading instead of getting lost. */
  protected keepAll(): void {
    this.choosing.set(false);
    this.heading()?.nativeElement.focus();
  }
}

function outcome(seatIds: readonly string[] | undefined): string {
  if (seatIds === undefined) return $localize`The booking is cancelled.`;
  const count = seatIds.length;
  return counted(
    count,
    $localize`{n, plural, =1 {1 seat is cancelled; the rest stays booked.} other {${count}:seats: seats are cancelled; the rest stays booked.}}`,
  );
}
