import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { codeInGroups } from '@modex/domain';
import { FoundBookingResponse } from '@modex/web-api-client';
import { SeatRows, ShowTimePipe, StatusChip } from '@modex/web-ui';
import { soldWords } from '../prices/price-text';
import { BOOKING_STATUS_WORDS } from './booking-words';

/** A booking that was found, as a card to compare with what a person at the door shows and says. */
@Component({
  selector: 'mx-found-booking',
  imports: [RouterLink, SeatRows, ShowTimePipe, StatusChip],
  template: `
    @let found = booking();
    <article>
      <h2>
        <a [routerLink]="['/admin/bookings', found.bookingId]"
          ><code>{{ code() }}</code></a
        >
      </h2>
      <mx-status-chip [word]="state().word" [icon]="state().icon" [tone]="state().tone" />
      <p class="who">
        @if (found.customer; as customer) {
          <strong
            ><bdi>{{ customer.name }}</bdi></strong
          >
          <bdi>{{ customer.email }}</bdi>
        } @else {
          <ng-container i18n>No longer known</ng-container>
        }
      </p>
      <p class="what">
        <strong
          ><bdi>{{ found.show.title }}</bdi></strong
        >
        <time [attr.datetime]="found.show.startTime">{{ found.show | mxShowTime: 'short' }}</time>
      </p>
      <mx-seat-rows [seats]="found.seats" />
      @if (price(); as words) {
        <p class="price">{{ words }}</p>
      }
    </article>
  `,
  styleUrl: './found-booking.scss',
})
export class FoundBooking {
  readonly booking = input.required<FoundBookingResponse>();

  protected readonly state = computed(() => BOOKING_STATUS_WORDS[this.booking().status]);
  protected readonly price = computed(() => {
    const { price } = this.booking();
    return price && soldWords(price);
  });
  protected readonly code = computed(() => codeInGroups(this.booking().code));
}
