import { networkInterfaces } from 'node:os';
import { place } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';

/** An address of this machine that a browser does not trust as its own, as a box office in a local network has it. */
function addressInTheNetwork(port: string): string {
  const all = Object.values(networkInterfaces()).flatMap((of) => of ?? []);
  const outer = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!outer) throw new Error('This machine has no address but its own; give it one to run this journey.');
  return `http://${outer.address}:${port}`;
}

test('a booking over plain HTTP on an address of the local network, by two presses, is made once', async ({
  browser,
  boxOffice,
  baseURL,
}) => {
  const played = await boxOffice.putOn({ title: 'The Local Network', rows: 4, seatsPerRow: 8 });
  const site = addressInTheNetwork(new URL(baseURL ?? '').port);
  const context = await browser.newContext({ baseURL: site });
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.goto(`/shows/${played.id}`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByRole('gridcell', { name: `${place('B', 2)}, free` }).click();
  await page.getByRole('gridcell', { name: `${place('B', 3)}, free` }).click();
  await page.getByRole('button', { name: 'Book 2 seats' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Ada Lovelace');
  await dialog.getByLabel('E-mail').fill('ada.lan@example.org');
  await dialog.getByRole('button', { name: 'Book 2 seats as guest' }).dblclick();
  await new TicketPage(page).arrived();
  expect(failures).toEqual([]);
  await context.close();
});

test('a failure that no page expects is shown, with what to do next', async ({ page, boxOffice }) => {
  const played = await boxOffice.putOn({ title: 'Never in Silence', rows: 2, seatsPerRow: 6 });
  await page.goto(`/shows/${played.id}`);
  await page.evaluate(() => void Promise.reject(new Error('an accident')));
  await expect(page.getByRole('alert').filter({ hasText: 'Something went wrong in this page' })).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();

  await page.route(/\.js$/, (route) => route.abort());
  await page.getByRole('link', { name: 'My bookings' }).first().click();
  await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toBeVisible();
  await page.unroute(/\.js$/);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Never in Silence' })).toBeVisible();
});
