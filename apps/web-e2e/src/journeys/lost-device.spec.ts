import { FindPage } from '../pages/find-page';
import { place, ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';
import { shotPath } from '../support/shots';

const EMAIL = 'ada.lost@example.org';

test('a guest who lost the device opens the booking elsewhere by code and e-mail, and gives one seat back', async ({
  page,
  browser,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'The Lost Phone', venue: 'Kursaal', rows: 3, seatsPerRow: 6 });
  await show.open(played.id);
  await show.choose(place('B', 1), place('B', 2), place('B', 3));
  await show.book(3);
  await show.continueAsGuest('Ada Lovelace', EMAIL);
  const code = await new TicketPage(page).arrived();
  await page.context().clearCookies();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  const find = new FindPage(other);
  await find.open();
  await find.find(code, 'somebody.else@example.org');
  await expect(other.getByText('No booking has this code and this e-mail')).toBeVisible();
  await find.find(`${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`, EMAIL.toUpperCase());
  await expect(other.getByRole('heading', { level: 1, name: 'Your booking' })).toBeFocused();
  const ticket = new TicketPage(other).ticket;
  await expect(ticket).toContainText('seats 1, 2, 3');
  await expect(ticket).toContainText('Ada Lovelace');
  expect(await elsewhere.cookies()).toEqual([]);

  await other.getByRole('button', { name: 'Give seats back' }).click();
  await other.getByRole('checkbox', { name: place('B', 2) }).check();
  await other.getByRole('button', { name: 'Give 1 seat back' }).click();
  await other.getByRole('alertdialog').getByRole('button', { name: 'Give the seat back' }).click();
  await expect(ticket).toContainText('seats 1, 3');
  await other.reload();
  await expect(ticket).toContainText('seats 1, 3');

  const download = other.waitForEvent('download');
  await other.getByRole('button', { name: 'Add to calendar' }).click();
  expect((await download).suggestedFilename()).toBe(`modex-${code}.ics`);
  const map = new ShowPage(other);
  await map.open(played.id);
  await expect(map.seat(place('B', 2), 'free')).toHaveCount(1);
  await expect(map.seat(place('B', 1), 'taken')).toHaveCount(1);
  await elsewhere.close();
});

test('a ticket prints alone', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'On Paper', venue: 'Kursaal', rows: 3, seatsPerRow: 6 });
  await show.open(played.id);
  await show.choose(place('A', 2), place('A', 3));
  await show.book(2);
  await show.continueAsGuest('Ada Lovelace', 'ada.paper@example.org');
  const ticket = new TicketPage(page);
  const code = await ticket.arrived();
  for (const address of [page.url(), page.url().replace('/booked/', '/bookings/')]) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(address);
    await expect(ticket.ticket).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    for (const words of ['On Paper', 'Kursaal', 'seats 2, 3', 'Ada Lovelace', code, 'Coordinated Universal Time']) {
      await expect(ticket.ticket.getByText(words).first()).toBeVisible();
    }
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('link')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0);
  }
  await page.screenshot({ path: shotPath('ticket-print'), fullPage: true });
});

test('the seats of a booking are shown as the customer’s own when the show is opened again', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Twice There', rows: 2, seatsPerRow: 6 });
  await show.open(played.id);
  await show.choose(place('A', 4));
  await show.book(1);
  await show.continueAsGuest('Ada Lovelace', 'ada.twice@example.org');
  await new TicketPage(page).arrived();
  await show.open(played.id);
  await expect(page.getByText('You booked these')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: `${place('A', 4)}, yours`, exact: true })).toHaveCount(1);
  await page.getByRole('link', { name: 'See your booking' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your booking' })).toBeVisible();
});

test('a show that is cancelled while the confirmation is open is told there, and after a reload', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Too Bad', rows: 2, seatsPerRow: 6 });
  await show.open(played.id);
  await show.choose(place('A', 4));
  await show.book(1);
  await show.continueAsGuest('Ada Lovelace', 'ada.bad@example.org');
  await new TicketPage(page).arrived();
  await boxOffice.callOff(played, 'The singer is ill.');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByRole('heading', { level: 1, name: 'This show is cancelled' })).toBeVisible();
  await expect(page.getByText('It happened just now.')).toBeVisible();
  await expect(page.getByText('The singer is ill.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'This show is cancelled' })).toBeVisible();
  await expect(page.getByText('The singer is ill.')).toBeVisible();
});
