import { resolve } from 'node:path';
import { Route } from '@playwright/test';
import { place } from '../pages/show-page';
import { expect, test } from '../support/fixtures';

const PICTURE = resolve(__dirname, '../../screenshots/seat-map.png');

test('the picture of the seat map shows free, chosen, taken and lost seats', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({
    title: 'The Lanterns of Marrow Street',
    venue: 'Old Playhouse',
    description: 'Two acts, one trapdoor, and a company that refuses to say which of them is telling the truth.',
    startTime: '2031-05-17T19:30:00.000Z',
    rows: 9,
    seatsPerRow: 14,
  });
  await boxOffice.sell(played, ['B5', 'B6', 'B7', 'B8', 'E9', 'E10', 'E11'], 'Party of Seven');
  await boxOffice.sell(played, ['C3', 'C4', 'D7', 'D8', 'F2', 'F3', 'G12', 'G13'], 'Party of Eight');
  await page.setViewportSize({ width: 1280, height: 1260 });
  await show.open(played.id);
  await show.keep(place('D', 4), place('D', 5));
  const sellFirst = async (route: Route): Promise<void> => {
    await boxOffice.sell(played, ['D6'], 'Someone Faster');
    await route.continue();
  };
  await page.route('**/holds/*', sellFirst, { times: 1 });
  await show.seat(place('D', 6), 'free').click();
  await expect(show.seat(place('D', 6), 'just taken by someone else')).toHaveCount(1);
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: PICTURE, animations: 'disabled' });
  await expect(show.seat(place('D', 4), 'chosen')).toHaveCount(1);
});
