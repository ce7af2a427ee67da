import { AdminPages } from '../pages/admin-pages';
import { place, ShowPage } from '../pages/show-page';
import { expect, test } from '../support/fixtures';

test('an admin plans a show, publishes it, sees it sell, and cancels it', async ({ page, browser }) => {
  const office = new AdminPages(page);
  await office.signIn();
  await office.plan('The Understudy', 5, 8);
  await expect(office.preview()).toContainText('40');
  await office.saveDraft();
  await expect(page.getByRole('heading', { level: 1, name: 'The Understudy' })).toBeVisible();
  await office.publish();
  await expect(page.getByRole('link', { name: 'Public page' })).toBeVisible();

  const customer = await browser.newContext();
  const show = new ShowPage(await customer.newPage());
  await show.page.goto('/?q=understudy');
  await show.page.getByRole('link', { name: /The Understudy/ }).click();
  await show.choose(place('C', 3));
  await show.book(1);
  await show.continueAsGuest('Emmy Noether', 'emmy@example.org');
  await expect(show.page).toHaveURL(/\/booked\//);

  await office.lookAgain();
  await expect(office.bookings()).toContainText('Emmy Noether');
  await expect(office.bookings()).toContainText('C');

  await office.cancelShow();
  await expect(page.getByRole('button', { name: 'Cancel show' })).toHaveCount(0);
  await show.page.goto('/?q=understudy');
  await expect(show.page.getByRole('heading', { name: 'No show matches' })).toBeVisible();
  await customer.close();
});
