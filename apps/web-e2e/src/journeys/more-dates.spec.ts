import { Route } from '@playwright/test';
import { AdminPages } from '../pages/admin-pages';
import { expect, test } from '../support/fixtures';

const PRICES = {
  currency: 'EUR',
  categories: [{ category: 'all', amount: 1_250 }],
  ticketTypes: [],
  fees: [],
  tax: null,
};
const SHOW = {
  ...{ venue: 'Kursaal', description: 'Water.', rows: 3, seatsPerRow: 7, prices: PRICES },
  ...{ startTime: '2098-03-14T18:30:00Z', timeZone: 'Europe/Berlin', saleClosesAt: '2098-03-14T17:30:00Z' },
};

test('an organiser duplicates a show, and puts it on every week', async ({ page, boxOffice }) => {
  const title = 'Every Friday at half past seven';
  const { id } = await boxOffice.create({ title, ...SHOW });
  await new AdminPages(page).signIn();
  await page.goto(`/admin/shows/${id}`);
  await page.getByRole('link', { name: 'Duplicate' }).click();
  await expect(page.getByLabel('Title')).toHaveValue(title);
  await expect(page.getByLabel('Date and time')).toHaveValue('');
  await expect(page.getByLabel('All seats', { exact: true })).toHaveValue('12.50');
  await page.getByLabel('Title').fill(`${title}, as a copy`);
  await page.getByLabel('Date and time').fill('2098-03-15T19:30');
  await page.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.getByText('Saved as a draft. 21 seats are laid out.')).toBeVisible();

  await page.goto(`/admin/shows/${id}`);
  await page.getByRole('link', { name: 'More dates' }).click();
  await page.getByLabel('Date and time').fill('2098-03-21T19:30');
  await page.getByLabel('Again').selectOption('every week');
  await page.getByLabel('Until').fill('2098-04-04');
  await page.getByRole('button', { name: 'Add to the list' }).click();
  // One answer is lost; the show is made once.
  const lose = async (route: Route): Promise<void> => {
    await route.fetch();
    await route.abort();
  };
  await page.route('**/api/admin/shows', lose, { times: 1 });
  await page.getByRole('button', { name: 'Create 3 shows' }).click();
  await expect(page.getByText('3 of 3 shows are made.')).toBeVisible();
  await page.getByRole('link', { name: '4 April 2098 at 19:30' }).click();
  await expect(page.getByText(/Sale until .*4 Apr.* 18:30/)).toBeVisible();
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(page.locator('mx-show-card')).toHaveCount(4);
});
