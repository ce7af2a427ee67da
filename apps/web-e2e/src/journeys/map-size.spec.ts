import { expect, test } from '../support/fixtures';

/** More elements than this no page has, whatever it shows. */
const MOST_NODES = 800;

test('a show of 100,000 seats is a page of a few hundred elements, near and far, also as a list', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'The Whole Town', rows: 250, seatsPerRow: 400 });
  await show.open(played.id);
  const nodes = (): Promise<number> => page.locator('*').count();
  expect(await nodes()).toBeLessThanOrEqual(MOST_NODES);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'List of seats' }).click();
  await page.getByRole('button', { name: 'Row X', exact: false }).first().click();
  await expect(page.getByRole('checkbox', { name: 'Row X, seat 60, free' })).toBeVisible();
  expect(await nodes()).toBeLessThanOrEqual(MOST_NODES);
});
