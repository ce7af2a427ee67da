import { counted, ListWords } from '@modex/web-ui';

/** What is said at the end of a list of bookings. */
export const BOOKING_LIST_WORDS: ListWords = {
  more: $localize`More bookings`,
  fetching: $localize`Fetching more bookings…`,
  all: (count) => counted(count, $localize`{n, plural, =1 {1 booking} other {${count}:bookings: bookings}}`),
  soFar: (count) =>
    counted(count, $localize`{n, plural, =1 {1 booking, and more} other {${count}:bookings: bookings, and more}}`),
};
