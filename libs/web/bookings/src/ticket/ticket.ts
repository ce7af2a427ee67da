import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BookingResponse } from '@modex/web-api-client';
import { DateBlock, Poster, SeatRows, StatusChip, TimePipe } from '@modex/web-ui';
import { isUpcoming, STATE_WORDS, stateOf } from './booking-state';

/** A booking as a ticket of paper: the show, when, where, which seats, how it stands. What can be done is put inside. */
@Component({
  selector: 'mx-ticket',
  imports: [DateBlock, Poster, RouterLink, SeatRows, StatusChip, TimePipe],
  templateUrl: './ticket.html',
  styleUrl: './ticket.scss',
  host: { '[class.void]': '!upcoming()' },
})
export class Ticket {
  readonly booking = input.required<BookingResponse>();
  /** Milliseconds since 1970. */
  readonly now = input.required<number>();
  /** The title leads to the booking's own page; not there, where it would lead to itself. */
  readonly linked = input(true);

  private readonly state = computed(() => stateOf(this.booking(), this.now()));
  protected readonly upcoming = computed(() => isUpcoming(this.state()));
  protected readonly words = computed(() => STATE_WORDS[this.state()]);
}
