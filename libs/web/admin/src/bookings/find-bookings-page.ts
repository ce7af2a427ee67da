import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { mdiMagnify, mdiTicketConfirmationOutline } from '@mdi/js';
import { LIMITS } from '@modex/domain';
import {
  BlankState,
  counted,
  Eyebrow,
  Heading,
  isolated,
  ListEnd,
  Notice,
  Page,
  PageStates,
  SearchField,
  Skeleton,
} from '@modex/web-ui';
import { StaffRights } from '../frame/staff-rights';
import { BOOKING_LIST_WORDS } from './booking-list-words';
import { FoundBooking } from './found-booking';
import { FoundBookings } from './found-bookings';

/** Finds a booking by what a person at the door has: the code, the name, the e-mail. The search lives in the address. */
@Component({
  imports: [
    BlankState,
    Eyebrow,
    FoundBooking,
    Heading,
    ListEnd,
    MatButtonModule,
    Notice,
    Page,
    PageStates,
    RouterLink,
    SearchField,
    Skeleton,
  ],
  providers: [FoundBookings],
  templateUrl: './find-bookings-page.html',
  styleUrl: './find-bookings-page.scss',
})
export class FindBookingsPage {
  protected readonly rights = inject(StaffRights);
  /** The search of the address. */
  readonly q = input<string | undefined>();

  protected readonly listWords = BOOKING_LIST_WORDS;
  protected readonly found = inject(FoundBookings);
  protected readonly longest = LIMITS.search;
  protected readonly icons = {
    search: mdiMagnify,
    begin: mdiTicketConfirmationOutline,
  };
  protected readonly query = computed(() => (this.q() ?? '').trim());
  protected readonly sought = computed(() => isolated(this.query()));
  /** The number of bookings found, for screen readers. */
  protected readonly hits = computed(() => {
    const count = this.found.bookings().length;
    if (count === 0) return $localize`No booking found`;
    const found =
      this.found.pages.hasMore() || this.found.morePeople()
        ? $localize`{n, plural, =1 {1 booking found, and there are more} other {${count}:bookings: bookings found, and there are more}}`
        : $localize`{n, plural, =1 {1 booking found} other {${count}:bookings: bookings found}}`;
    return counted(count, found);
  });

  constructor() {
    effect(() => {
      const query = this.query();
      if (query !== '') untracked(() => void this.found.search(query));
    });
  }
}
