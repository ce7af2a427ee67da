import { Locator } from '@playwright/test';
import { AdminPages } from '../pages/admin-pages';
import { place } from '../pages/show-page';
import { expect, test } from '../support/fixtures';
import { shotPath } from '../support/shots';

test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

const paint = async (mark: Locator): Promise<string> =>
  mark.evaluate((node) => `${getComputedStyle(node).fill} ${getComputedStyle(node).stroke}`);

test('in forced colours the key looks like the map; the free share of a show and the page that one is on are seen', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Two Colours', rows: 4, seatsPerRow: 6 });
  await boxOffice.sell(played, ['A1', 'A2', 'A3'], 'Early Bird');
  await page.goto('/?q=two colours');
  await page.locator('mx-show-card').first().waitFor();
  const bar = page.locator('mx-availability .bar').first();
  const ground = await bar.evaluate((node) => getComputedStyle(node).backgroundColor);
  const share = await bar.locator('span').evaluate((node) => getComputedStyle(node).backgroundColor);
  expect(share).not.toBe(ground);
  const here = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Shows' });
  const line = await here.evaluate((node) => getComputedStyle(node, '::after').backgroundColor);
  expect(line).not.toBe(await page.locator('body').evaluate((node) => getComputedStyle(node).backgroundColor));
  await page.screenshot({ path: shotPath('forced-colours-list') });
  await show.open(played.id);
  await show.choose(place('B', 2));
  await page.screenshot({ path: shotPath('forced-colours-show'), fullPage: true });
  for (const mark of ['free', 'chosen', 'taken']) {
    const key = page.locator(`mx-seat-legend [data-mark="${mark}"]`);
    const seat = page.locator(`mx-seat-map .seat[data-mark="${mark}"]`).first();
    expect([mark, await paint(key)]).toEqual([mark, await paint(seat)]);
  }
});

test('in forced colours the numbers of a show carry the marks of its drawing', async ({ page, boxOffice }) => {
  const played = await boxOffice.putOn({ title: 'Two Marks', rows: 4, seatsPerRow: 6 });
  await boxOffice.sell(played, ['A1', 'A2', 'A3'], 'Early Bird');
  await new AdminPages(page).signIn();
  await page.goto(`/admin/shows/${played.id}`);
  for (const [kind, status] of [
    ['sold', 'BOOKED'],
    ['free', 'AVAILABLE'],
  ]) {
    const seats = page.locator(`mx-seat-plan path[data-status="${status}"]`);
    const fill = await seats.evaluate((node) => getComputedStyle(node).fill);
    const mark = page.locator(`mx-show-numbers [data-kind="${kind}"] .mark`);
    const ground = await mark.evaluate((node) => getComputedStyle(node).backgroundColor);
    expect([kind, ground]).toEqual([kind, fill]);
  }
  await page.screenshot({ path: shotPath('forced-colours-admin'), fullPage: true });
});
