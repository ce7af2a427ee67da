import { AdminPages } from '../pages/admin-pages';
import { SellPage } from '../pages/sell-page';
import { ShowPage } from '../pages/show-page';
import { expect, test } from '../support/fixtures';

const PRICES = {
  currency: 'EUR',
  categories: [{ category: 'all', amount: 4_500 }],
  ticketTypes: [
    { key: 'full', name: 'Full price', percent: 10_000 },
    { key: 'child', name: 'Child', percent: 5_000 },
  ],
};

test('the box office books for somebody on the phone from the same map, and takes the money', async ({
  page,
  browser,
  boxOffice,
  baseURL,
}) => {
  const played = await boxOffice.putOn({
    ...{ title: 'The Phone Rings', rows: 3, seatsPerRow: 12, prices: PRICES },
    limitPerCustomer: 2,
  });
  const customer = new ShowPage(await (await browser.newContext({ baseURL })).newPage());
  await customer.open(played.id);
  await new AdminPages(page).signIn();
  await page.goto(`/admin/shows/${played.id}`);
  await page.getByRole('link', { name: 'Sell', exact: true }).click();

  const counter = new SellPage(page);
  await counter.arrived();
  // More than a customer may have.
  await counter.choose('Row A, seat 1', 'Row A, seat 2', 'Row A, seat 3');
  await expect(page.getByText('€135.00')).toBeVisible();
  await counter.type('Row A, seat 3', 'Child · €22.50');
  await expect(page.getByText('€112.50')).toBeVisible();
  await counter.sell(3, 'Grace Hopper', 'grace.on.the.phone@example.org');
  await expect(customer.map.getByRole('gridcell', { name: /^Row A, seat [123],.* taken$/ })).toHaveCount(3);

  await page.getByRole('link', { name: 'Money and tickets' }).click();
  await expect(page.getByText('Grace Hopper').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take €112.50' }).click();
  await expect(page.getByText('€112.50 taken.')).toBeVisible();
});

test('what nobody collected is on sale again in one act, and what was paid stays', async ({ page, boxOffice }) => {
  const played = await boxOffice.putOn({ title: 'Nobody Came', rows: 2, seatsPerRow: 6, prices: PRICES });
  await boxOffice.sell(played, ['A1', 'A2']);
  await boxOffice.sell(played, ['A5'], 'Lise Meitner');
  await new AdminPages(page).signIn();
  await page.goto(`/admin/shows/${played.id}`);
  await expect(page.getByText('2 bookings with 3 seats wait at the counter: €135.00 to be paid.')).toBeVisible();
  await page.getByRole('row').filter({ hasText: 'Lise Meitner' }).locator('a[href*="/admin/bookings/"]').click();
  await page.getByRole('button', { name: 'Take €45.00' }).click();
  await expect(page.getByText('€45.00 taken.')).toBeVisible();

  await page.goto(`/admin/shows/${played.id}`);
  await page.getByRole('button', { name: 'Release uncollected seats' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('1 booking with 2 seats waits at the counter: €90.00 to be paid.');
  await question.getByLabel('Why? The customers read it.').fill('Not collected.');
  await question.getByRole('button', { name: 'Release the seats' }).click();
  await expect(page.getByText('2 seats are on sale.')).toBeVisible();
  await expect(page.getByRole('grid', { name: /1 sold, 11 free/ })).toBeVisible();
});

test('the box office sells at the counter to somebody without an e-mail, and learns what others take meanwhile', async ({
  page,
  boxOffice,
}) => {
  const played = await boxOffice.putOn({ title: 'At the Counter', rows: 2, seatsPerRow: 6 });
  await new AdminPages(page).signIn();
  const counter = new SellPage(page);
  await counter.open(played.id);
  await counter.choose('Row A, seat 1', 'Row A, seat 2');
  await boxOffice.sell(played, ['A1']);
  await expect(page.getByText('Somebody else took Row A, seat 1. Choose others.')).toBeVisible();
  await counter.sell(1, 'Somebody at the Counter');
  await page.getByRole('link', { name: 'Money and tickets' }).click();
  await expect(page.getByText('Somebody at the Counter').first()).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'seat 2' })).toBeVisible();
  await expect(page.locator('a[href="mailto:"]')).toHaveCount(0);
});
