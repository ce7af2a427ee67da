import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiAccountKeyOutline, mdiLanDisconnect, mdiTicketOutline } from '@mdi/js';
import { SessionStore } from '@modex/web-account';
import { Api, BookingResponse, getMyBooking, readProblem } from '@modex/web-api-client';
import {
  BackLink,
  BlankState,
  Heading,
  HeadingFocus,
  Notice,
  Page,
  repeatWhileVisible,
  Skeleton,
  TimePipe,
} from '@modex/web-ui';
import { Cancellation } from '../cancel/cancellation';
import { BOOKINGS_REFRESH_MS } from '../refresh-pause';
import { isUpcoming, STATE_WORDS, stateOf } from '../ticket/booking-state';
import { Ticket } from '../ticket/ticket';

/** One booking: the ticket, its number, what it means now, and the way to give it back. */
@Component({
  imports: [BackLink, BlankState, Heading, MatButtonModule, Notice, Page, RouterLink, Skeleton, Ticket, TimePipe],
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
    missing: mdiTicketOutline,
    failed: mdiLanDisconnect,
    door: mdiAccountKeyOutline,
  };
  /** The moment by which the booking is past or to come: that of the last answer. */
  protected readonly now = signal(Date.now());
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
  private readonly state = computed(() =>
    this.booking.hasValue() ? stateOf(this.booking.value(), this.now()) : undefined,
  );
  protected readonly meaning = computed(() => STATE_WORDS[this.state() ?? 'valid'].meaning);
  /** True while the ticket may be behind because the last refresh failed. */
  protected readonly stale = signal(false);
  /** True while the booking may still change: what is over or cancelled stays so. */
  private readonly open = computed(() => {
    const state = this.session.user() && this.state();
    return state !== undefined && isUpcoming(state);
  });
  private readonly repeat = repeatWhileVisible(
    () => this.refresh(),
    () => BOOKINGS_REFRESH_MS,
  );

  constructor() {
    void this.session.look();
    effect(() => {
      const open = this.open();
      untracked(() => (open ? this.repeat.later() : this.repeat.stop()));
    });
  }

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

  /** The house may cancel the show meanwhile. A failure leaves the ticket as it is: the next round asks again. */
  private async refresh(): Promise<void> {
    const known = this.booking.hasValue() ? this.booking.value() : undefined;
    if (!known || !this.session.user()) return;
    try {
      const fresh = await this.api.invoke(getMyBooking, { bookingId: known.bookingId });
      if (!this.booking.hasValue() || this.booking.value() !== known) return;
      this.headingFocus.keep();
      this.now.set(Date.now());
      this.booking.set(fresh);
      this.stale.set(false);
    } catch (error) {
      this.stale.set(readProblem(error).code !== 'too-many-requests');
    }
  }

  /** What was pressed is gone now: the focus goes to the heading instead of getting lost. */
  private toHeading(): void {
    this.heading()?.nativeElement.focus();
  }
}
