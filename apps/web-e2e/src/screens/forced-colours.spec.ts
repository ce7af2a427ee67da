import { Locator } from '@playwright/test';
import { AdminPages } from '../pages/admin-pages';
import { place } from '../pages/show-page';
import { expect, test } from '../support/fixtures';
import { shotPath } from '../support/shots';

test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

/** The colours of the lines and grounds of a mark of the key, as they are seen on the ground. */
const paint = async (mark: Locator): Promise<readonly string[]> =>
  mark.evaluate((node) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
    const { fill, stroke } = getComputedStyle(node);
    return [fill, stroke].map((colour) => {
      for (const layer of [getComputedStyle(document.body).backgroundColor, colour]) {
        context.fillStyle = layer;
        context.fillRect(0, 0, 1, 1);
      }
      return `rgb(${[...context.getImageData(0, 0, 1, 1).data].slice(0, 3).join(', ')})`;
    });
  });

/** The colours that a seat of the map is painted in. */
const painted = async (seat: Locator): Promise<readonly string[]> =>
  seat.evaluate((node) => {
    const canvas = node.closest('mx-seat-map')?.querySelector('canvas');
    if (!canvas) throw new Error('There is no picture.');
    const [box, picture] = [node.getBoundingClientRect(), canvas.getBoundingClientRect()];
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(
      ...([box.x - picture.x, box.y - picture.y, box.width, box.height].map(Math.round) as [
        number,
        number,
        number,
        number,
      ]),
    );
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4) colours.add(`rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`);
    return [...colours];
  });

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
    const colours = await paint(key);
    await expect.poll(async () => [mark, ...(await painted(seat))]).toEqual(expect.arrayContaining([mark, ...colours]));
  }
});

test('in forced colours the numbers of a show carry the marks of its drawing', async ({ page, boxOffice }) => {
  const played = await boxOffice.putOn({ title: 'Two Marks', rows: 4, seatsPerRow: 6 });
  await boxOffice.sell(played, ['A1', 'A2', 'A3'], 'Early Bird');
  await new AdminPages(page).signIn();
  await page.goto(`/admin/shows/${played.id}`);
  for (const [kind, seat] of [
    ['sold', page.getByRole('gridcell', { name: /, taken$/ })],
    ['free', page.getByRole('gridcell', { name: /, free$/ })],
  ] as const) {
    const mark = page.locator(`mx-show-numbers [data-kind="${kind}"] .mark`);
    const ground = await mark.evaluate((node) => getComputedStyle(node).backgroundColor);
    await expect
      .poll(async () => [kind, ...(await painted(seat.first()))])
      .toEqual(expect.arrayContaining([kind, ground]));
  }
  await page.screenshot({ path: shotPath('forced-colours-admin'), fullPage: true });
});
