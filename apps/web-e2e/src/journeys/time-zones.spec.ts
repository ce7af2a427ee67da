import { place } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';

/** Half past seven in the evening of a Berlin winter, in a year that is not this one. */
const EVENING = { startTime: '2098-12-12T18:30:00Z', timeZone: 'Europe/Berlin' } as const;
const THERE = /12 December 2098 at 19:30 \(Central European Time\)/;

for (const timezoneId of ['America/New_York', 'Asia/Tokyo', 'Pacific/Auckland']) {
  test.describe(`a visitor in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test('is told the time of the venue, and its zone, on list, page and ticket', async ({ page, boxOffice, show }) => {
      const title = `Far away from ${timezoneId.split('/')[1]?.replace('_', ' ')}`;
      const played = await boxOffice.putOn({ title, rows: 2, seatsPerRow: 4, ...EVENING });
      await page.goto(`/?q=${encodeURIComponent(title)}`);
      const card = page.locator('mx-show-card').filter({ hasText: title });
      await expect(card.locator('mx-date-block')).toHaveText(/Fri\s*12\s*Dec\s*2098/i);
      await expect(card).toContainText('19:30 (Central European Time)');
      await show.open(played.id);
      await expect(page.getByText(THERE)).toBeVisible();
      await show.choose(place('A', 1));
      await show.book(1);
      await show.continueAsGuest('Ada Lovelace', 'ada.zones@example.org');
      await new TicketPage(page).arrived();
      await expect(page.getByText(THERE).first()).toBeVisible();
      await page.goto('/bookings');
      await expect(page.locator('mx-ticket').filter({ hasText: title })).toContainText(THERE);
    });
  });
}

test.describe('a visitor in the zone of the venue, by another name', () => {
  test.use({ timezoneId: 'Europe/Paris' });

  test('is told the time alone', async ({ page, boxOffice, show }) => {
    const played = await boxOffice.putOn({ title: 'Just around the corner', rows: 2, seatsPerRow: 4, ...EVENING });
    await show.open(played.id);
    await expect(page.getByText(/12 December 2098 at 19:30$/)).toBeVisible();
    await expect(page.getByText('Central European Time')).toHaveCount(0);
  });
});

test('a visitor whose clock is forty days ahead sees the show of next week as it is', async ({
  page,
  boxOffice,
  show,
}) => {
  const startTime = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString();
  const played = await boxOffice.putOn({ title: 'A clock ahead', rows: 2, seatsPerRow: 4, startTime });
  await page.clock.setFixedTime(Date.now() + 40 * 24 * 3_600_000);
  await page.goto('/?q=clock%20ahead');
  await expect(page.locator('mx-show-card').filter({ hasText: 'A clock ahead' })).toBeVisible();
  await show.open(played.id);
  await expect(page.getByRole('heading', { name: 'Choose your seats' })).toBeVisible();
});

test('a search finds all its words, however they are written', async ({ page, boxOffice }) => {
  await boxOffice.putOn({ title: 'L’École des Königs', venue: 'Straßentheater København', rows: 2, seatsPerRow: 4 });
  await page.goto('/');
  for (const words of ["l'ecole", 'kobenhavn ecole', 'KONIGS  strasse']) {
    await page.getByRole('searchbox', { name: 'Search shows' }).fill(words);
    await expect(page.locator('mx-show-card')).toHaveCount(1);
    await expect(page.locator('mx-show-card')).toContainText('L’École des Königs');
  }
});
