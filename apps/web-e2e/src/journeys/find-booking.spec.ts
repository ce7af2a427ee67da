import { AdminPages } from '../pages/admin-pages';
import { place, ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';
import { goBack, goForward } from '../support/history';

const EMAIL = 'maria.mitchell@example.org';

test('an organiser finds a booking by code, name and e-mail, and cancels a seat; the customer reads why', async ({
  page,
  browser,
  boxOffice,
}) => {
  const played = await boxOffice.putOn({ title: 'The Comet', rows: 3, seatsPerRow: 6 });
  await boxOffice.sell(played, ['A1'], 'Somebody Else');
  const context = await browser.newContext();
  const customer = new ShowPage(await context.newPage());
  await customer.open(played.id);
  await customer.choose(place('B', 1), place('B', 2));
  await customer.book(2);
  await customer.continueAsGuest('Mária Mitchell', EMAIL);
  const code = await new TicketPage(customer.page).arrived();

  const adminPages = new AdminPages(page);
  await adminPages.signIn();
  await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Bookings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bookings' })).toBeFocused();
  const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
  for (const query of [typed, 'mitch', 'maria', EMAIL]) {
    await adminPages.findBookings(query);
    await expect(adminPages.foundBookings()).toHaveCount(1);
    await expect(adminPages.foundBookings()).toContainText('Mária Mitchell');
    await expect(adminPages.foundBookings()).toContainText('The Comet');
    await expect(page.getByText('1 booking found')).toBeAttached();
  }
  await adminPages.findBookings('nobody of this name');
  await expect(page.getByRole('heading', { name: 'No booking found' })).toBeVisible();
  await adminPages.findBookings('mitch');
  await expect(page).toHaveURL(/\?q=mitch$/);
  await page.reload();
  await expect(page.getByLabel('Code, name or e-mail')).toHaveValue('mitch');

  await adminPages.foundBookings().getByRole('link').click();
  await expect(page).not.toHaveURL(/q=mitch/);
  await expect(page.getByText('seats 1, 2')).toBeVisible();
  await goBack(page);
  await expect(adminPages.foundBookings()).toHaveCount(1);
  await goForward(page);
  await adminPages.cancelSeat(place('B', 2), 'This seat is broken.');
  await expect(page.getByText('1 seat is cancelled; the rest stays booked.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Booking' })).toBeFocused();
  await expect(page.getByText('This seat is broken.')).toBeVisible();

  await customer.page.reload();
  await expect(customer.page.getByText('This seat is broken.')).toBeVisible();
  await expect(new TicketPage(customer.page).ticket).toContainText('Row B · seat 1');
  await customer.open(played.id);
  await expect(customer.seat(place('B', 2), 'free')).toHaveCount(1);
  await context.close();
});

test('an organiser cancels a whole booking, come to from its show', async ({ page, boxOffice }) => {
  const played = await boxOffice.putOn({ title: 'The Eclipse', rows: 3, seatsPerRow: 6 });
  await boxOffice.sell(played, ['C1', 'C2'], 'Wang Zhenyi');
  const adminPages = new AdminPages(page);
  await adminPages.signIn();
  await page.goto(`/admin/shows/${played.id}`);
  await adminPages
    .bookings()
    .getByRole('row', { name: /Wang Zhenyi/ })
    .locator('.code')
    .getByRole('link')
    .click();
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Row C, seat 1; Row C, seat 2.');
  await dialog.getByRole('button', { name: 'Keep the booking' }).click();
  await expect(page.getByText('Confirmed')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  await dialog.getByRole('button', { name: 'Cancel the booking' }).click();
  await expect(page.getByText('The booking is cancelled.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel booking' })).toHaveCount(0);
  await page.getByRole('link', { name: 'The Eclipse' }).click();
  await expect(adminPages.bookings().getByRole('row', { name: /Wang Zhenyi/ })).toContainText('Cancelled');
});
