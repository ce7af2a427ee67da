import { BookingsPage } from '../pages/bookings-page';
import { place } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';

test('a guest finds the booking again, cancels it, and the seats are free for others', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Second Thoughts', rows: 3, seatsPerRow: 6 });
  await show.open(played.id);
  await show.choose(place('A', 1), place('A', 2));
  await show.book(2);
  await show.continueAsGuest('Grace Hopper', 'grace@example.org');
  await new TicketPage(page).arrived();

  const bookings = new BookingsPage(page);
  await bookings.open();
  await expect(bookings.ticketsOf('Second Thoughts')).toHaveCount(1);
  await bookings.cancel('Second Thoughts');
  await expect(page.getByText('The seats are given back')).toBeVisible();

  await show.open(played.id);
  await expect(show.seat(place('A', 1), 'free')).toHaveCount(1);
  await expect(show.seat(place('A', 2), 'free')).toHaveCount(1);
});
