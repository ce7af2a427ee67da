import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BookingResponse } from '@modex/web-api-client';
import { DateBlock, isElsewhere, Poster, SeatRows, ShowTimePipe, StatusChip, zoneName } from '@modex/web-ui';
import { paymentWords } from '../price/payment-words';
import { SoldPrice } from '../price/sold-price';
import { isUpcoming, STATE_WORDS, stateOf } from './booking-state';

/**
 * A booking as a ticket of paper: the show, when, where, which seats, for whom, by which code, how it stands. What can be
 * done is put inside, and is not printed.
 */
@Component({
  selector: 'mx-ticket',
  imports: [DateBlock, Poster, RouterLink, SeatRows, SoldPrice, StatusChip, ShowTimePipe],
  templateUrl: './ticket.html',
  styleUrl: './ticket.scss',
  host: { '[class.void]': '!upcoming()' },
})
export class Ticket {
  readonly booking = input.required<BookingResponse>();
  /** Whether the title links to the booking's own page; false on that page. */
  readonly linked = input(true);

  protected readonly label = $localize`Your ticket`;
  private readonly state = computed(() => stateOf(this.booking()));
  protected readonly upcoming = computed(() => isUpcoming(this.state()));
  protected readonly words = computed(() => STATE_WORDS[this.state()]);
  /** How it is paid; empty where nothing is to be paid, and once it is of no use. */
  protected readonly payment = computed(() => {
    const { payment } = this.booking();
    return payment !== null && this.upcoming() ? paymentWords(payment) : '';
  });
  /** The time zone for the printed ticket, which may be read anywhere; only where the screen does not name it. */
  protected readonly zone = computed(() => {
    const { show } = this.booking();
    return isElsewhere(show) ? '' : zoneName(show.startTime, show.timeZone);
  });
}
