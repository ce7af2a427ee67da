import { AdminPages } from '../pages/admin-pages';
import { place, ShowPage } from '../pages/show-page';
import { expect, test } from '../support/fixtures';

/** Open tickets learn of a cancellation within 20 s and the time of a request. */
const LEARNT_MS = 40_000;

test('an admin plans a show, publishes it, sees it sell, moves it, and cancels it; open pages learn of it', async ({
  page,
  browser,
}) => {
  const adminPages = new AdminPages(page);
  await adminPages.signIn();
  await adminPages.plan('The Understudy', 5, 8);
  await expect(adminPages.preview()).toContainText('40');
  await adminPages.saveDraft();
  await expect(page.getByRole('heading', { level: 1, name: 'The Understudy' })).toBeVisible();
  await adminPages.publish();
  await expect(page.getByRole('link', { name: 'Public page' })).toBeVisible();

  const customer = await browser.newContext();
  const show = new ShowPage(await customer.newPage());
  await show.page.goto('/?q=understudy');
  await show.page.getByRole('link', { name: /The Understudy/ }).click();
  await show.choose(place('C', 3));
  await show.book(1);
  await show.continueAsGuest('Emmy Noether', 'emmy@example.org');
  await expect(show.page).toHaveURL(/\/booked\//);

  await expect(adminPages.bookings()).toContainText('Emmy Noether');
  await expect(adminPages.bookings()).toContainText('C');

  await show.page.goto('/bookings');
  await expect(show.page.getByRole('button', { name: /Cancel booking/ })).toHaveCount(1);
  const again = await customer.newPage();
  await again.goto('/?q=understudy');
  await again.getByRole('link', { name: /The Understudy/ }).click();
  await expect(again.getByRole('grid')).toBeVisible();

  await adminPages.moveTo('Riverside');
  await adminPages.cancelShow('The singer is ill.');
  await expect(page.getByText('The singer is ill.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel show' })).toHaveCount(0);
  await expect(show.page.getByText('The organiser has cancelled a show')).toBeVisible({ timeout: LEARNT_MS });
  await expect(show.page.getByText('Show cancelled')).toBeVisible();
  await expect(again.getByRole('heading', { name: 'This show was cancelled' })).toBeVisible();
  await expect(again.getByRole('grid')).toHaveCount(0);
  await again.goto('/?q=understudy');
  await expect(again.getByRole('heading', { name: 'No show matches' })).toBeVisible();
  await customer.close();
});

test('an admin deletes a draft', async ({ page }) => {
  const adminPages = new AdminPages(page);
  await adminPages.signIn();
  await adminPages.plan('A Mistake', 2, 3);
  await adminPages.saveDraft();
  await page.getByRole('button', { name: 'Delete draft' }).click();
  await page.getByRole('button', { name: 'Delete the draft' }).click();
  await expect(page.getByText('The draft “\u2068A Mistake\u2069” is deleted.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'A Mistake' })).toHaveCount(0);
});

test('an admin plays a sale back, and sees who had a seat', async ({ page, boxOffice }) => {
  const played = await boxOffice.putOn({ title: 'Looking Back', rows: 3, seatsPerRow: 6 });
  await boxOffice.sell(played, ['A1', 'A2'], 'Katherine Johnson');
  await boxOffice.sell(played, ['B4'], 'Dorothy Vaughan');
  const adminPages = new AdminPages(page);
  await adminPages.signIn();
  await page.goto(`/admin/shows/${played.id}`);
  await page.getByRole('link', { name: 'look back in the seat ledger' }).click();
  await expect(page.getByText('3 sold, 15 free.')).toBeVisible();
  await page.getByRole('slider', { name: 'Moment of the sale' }).press('Home');
  await expect(page.getByText('0 sold, 18 free.')).toBeVisible();
  await page.getByRole('slider', { name: 'Moment of the sale' }).press('ArrowRight');
  await expect(page.getByText('2 sold, 16 free.')).toBeVisible();
  await page.getByRole('button', { name: 'Play the sale' }).click();
  await expect(page.getByRole('heading', { name: 'The seats now' })).toBeVisible();
  await expect(page.getByText('3 sold, 15 free.')).toBeVisible();
  await page.getByRole('gridcell', { name: 'Row B, seat 4, taken' }).click();
  await expect(page.getByText('Dorothy Vaughan')).toBeVisible();
});
