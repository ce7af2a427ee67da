import { AdminPages } from '../pages/admin-pages';
import { SeatBlocksPanel } from '../pages/seat-blocks-panel';
import { place, ShowPage } from '../pages/show-page';
import { expect, test } from '../support/fixtures';

test('an admin blocks seats, customers see them taken and never why, and buy them once they are released', async ({
  page,
  boxOffice,
  browser,
}) => {
  const played = await boxOffice.putOn({ title: 'A Camera in Row A', rows: 2, seatsPerRow: 5 });
  const visit = await browser.newContext();
  const customer = new ShowPage(await visit.newPage());
  await customer.open(played.id);
  await new AdminPages(page).signIn();
  await page.goto(`/admin/shows/${played.id}`);
  const panel = new SeatBlocksPanel(page);
  await panel.choose('Row A, seat 1, free', 'Row A, seat 2, free');
  await panel.block('A camera stands there', 'The opening is on television.');
  await expect(page.getByText('2 seats are blocked.')).toBeVisible();
  await expect(page.locator('[data-kind="blocked"] dd')).toHaveText(/^\s*2\s/);
  await expect(customer.seat(place('A', 2), 'taken')).toHaveCount(1);
  expect(await customer.page.locator('body').innerText()).not.toMatch(/television|camera stands/i);
  await panel.choose('Row A, seat 2, blocked');
  // A press does nothing while the outcome of the last write is still appearing.
  await expect(async () => {
    await panel.release();
    await expect(page.getByText('1 seat is on sale.')).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(customer.seat(place('A', 2), 'free')).toHaveCount(1);
  await boxOffice.sell(played, ['A2']);
  const [seatId] = await boxOffice.seatIds(played, ['A2']);
  await page.goto(`/admin/shows/${played.id}/ledger?seat=${seatId}`);
  await expect(page.getByText('A camera stands there: The opening is on television.')).toBeVisible();
  await expect(page.locator('mx-seat-history mx-status-chip')).toHaveText(['Blocked', 'Released', 'Booked']);
  await visit.close();
});
