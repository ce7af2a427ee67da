import { place } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';

test('a guest finds a show, chooses two seats, books them and holds the ticket', async ({ page, boxOffice, show }) => {
  await boxOffice.putOn({ title: 'The Lighthouse Keeper', venue: 'Old Playhouse', rows: 6, seatsPerRow: 10 });
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Search shows' }).fill('lighthouse');
  await expect(page).toHaveURL(/\?q=lighthouse$/);
  await page.getByRole('link', { name: /The Lighthouse Keeper/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The Lighthouse Keeper' })).toBeFocused();
  await expect(page).toHaveTitle('The Lighthouse Keeper · Modex');

  await show.choose(place('C', 5), place('C', 6));
  await expect(show.chip(place('C', 5))).toBeVisible();
  await show.book(2);
  await show.continueAsGuest('Ada Lovelace', 'ada.booking@example.org');

  const code = await new TicketPage(page).arrived();
  expect(code).toMatch(/^[2-9ACDEFGHJKMNPQRTVWXY]{8}$/);
  await expect(page.getByRole('article', { name: 'Your ticket' })).toContainText('Row C');
  await expect(page.getByRole('article', { name: 'Your ticket' })).toContainText('5, 6');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Add to calendar' }).click();
  expect((await download).suggestedFilename()).toBe(`modex-${code}.ics`);
});

test('a booking whose answer is lost is asked for again and made once', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'Thunder in the Wings', rows: 3, seatsPerRow: 6 });
  const keys: (string | undefined)[] = [];
  await page.route('**/book', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await show.open(played.id);
  await show.choose(place('B', 2));
  await show.book(1);
  await show.continueAsGuest('Mary Somerville', 'mary@example.org');
  await new TicketPage(page).arrived();
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  await page.getByRole('link', { name: 'My bookings' }).first().click();
  await expect(page.locator('mx-ticket').filter({ hasText: 'Thunder in the Wings' })).toHaveCount(1);
});

test('eleven seats are one too many, and the page says so', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'A Crowd', rows: 2, seatsPerRow: 8 });
  await show.open(played.id);
  for (let seat = 1; seat <= 8; seat++) await show.choose(place('A', seat));
  await show.choose(place('B', 1), place('B', 2));
  await show.seat(place('B', 3), 'free').click();
  await expect(page.getByText('10 seats are the most')).toBeVisible();
  await show.chip(place('A', 1)).click();
  // Sooner, it would be the second of a double-click on this seat.
  await page.waitForTimeout(500);
  await show.choose(place('B', 3));
});

test('an address that leads nowhere and a show that does not exist have pages of their own', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'We cannot find this page' })).toBeVisible();
  await page.goto('/shows/000000000000000000000000');
  await expect(page.getByRole('heading', { name: 'We cannot find this show' })).toBeVisible();
  await expect(page).toHaveTitle('Show not found · Modex');
});

test('a visitor who only looks around causes no error', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'Window Shopping', rows: 2, seatsPerRow: 6 });
  const failed: string[] = [];
  page.on('response', (answer) => answer.status() >= 400 && failed.push(`${answer.status()} ${answer.url()}`));
  page.on('console', (message) => message.type() === 'error' && failed.push(message.text()));
  await page.goto('/');
  await expect(page.locator('mx-show-card').first()).toBeVisible();
  await show.open(played.id);
  await show.choose(place('A', 1));
  expect(failed).toEqual([]);
});

test('a sign-in holds in another tab and after a reload, until the sign-out in either', async ({ page }) => {
  const other = await page.context().newPage();
  await other.goto('/');
  await page.goto('/sign-in');
  await page.getByRole('main').getByRole('radio', { name: 'As a guest' }).check();
  await page.getByRole('main').getByLabel('Name').fill('Ada Lovelace');
  await page.getByRole('main').getByLabel('E-mail').fill('ada.tabs@example.org');
  await page.getByRole('button', { name: 'Continue as guest' }).click();
  const account = { name: 'Account of Ada Lovelace' };
  await expect(other.getByRole('button', account)).toBeVisible();
  await page.reload();
  await page.getByRole('button', account).click();
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(other.getByRole('button', account)).toHaveCount(0);
});
