import { place } from '../pages/show-page';
import { expect, test } from '../support/fixtures';

const BERLIN = { rows: 2, seatsPerRow: 4, startTime: '2098-12-12T18:30:00Z', timeZone: 'Europe/Berlin' } as const;
const OPENS = { saleOpensAt: '2098-12-05T09:00:00Z' } as const;

test('a show is listed with the time of its sale, shows its seats, and opens by itself', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.create({ title: 'Opening in December', ...BERLIN, ...OPENS });
  await page.goto('/?q=opening%20in%20december');
  const card = page.locator('mx-show-card');
  await expect(card).toContainText(/Sale opens Fri,? 5 Dec 2098,? (at )?10:00/);
  await page.clock.install();
  await show.open(played.id);
  await expect(page.getByRole('heading', { name: /Sale opens Friday,? 5 December 2098 at 10:00/ })).toBeVisible();
  await show.seat(place('A', 1), 'free').click();
  await expect(show.seat(place('A', 1), 'chosen')).toHaveCount(0);
  await boxOffice.change(played, { saleOpensAt: null });
  await page.clock.fastForward(20_000);
  await expect(page.getByText('The sale is open')).toBeVisible();
  await show.keep(place('A', 1));
  await expect(page.getByText('The sale is open')).toHaveCount(0);
});

test('what is kept when the sale closes is booked', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.create({ title: 'Closing early', ...BERLIN });
  await page.clock.install();
  await show.open(played.id);
  await show.keep(place('A', 1));
  await boxOffice.change(played, { saleClosesAt: '2020-01-01T10:00:00Z' });
  await page.clock.fastForward(20_000);
  await expect(page.getByText('The sale has closed')).toBeVisible();
  await show.book(1);
  await show.continueAsGuest('Ada Lovelace', 'ada.closing@example.org');
  await expect(page).toHaveURL(/\/booked\//);
  await show.open(played.id);
  await expect(page.getByRole('heading', { name: 'The sale has closed' })).toBeVisible();
});
