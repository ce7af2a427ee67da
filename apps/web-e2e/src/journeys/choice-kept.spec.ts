import { place, ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';
import { goBack } from '../support/history';

const CHOSEN = [place('A', 1), place('B', 2), place('C', 3)];

test('seats are kept over a reload, a look at the list, Back and in another tab, and nobody else can have them', async ({
  page,
  browser,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Kept in Mind', rows: 4, seatsPerRow: 8 });
  const allChosen = async (): Promise<void> => {
    for (const seat of CHOSEN) await expect(show.seat(seat, 'chosen')).toHaveCount(1);
  };
  await show.open(played.id);
  await show.keep(...CHOSEN);
  await page.reload();
  await allChosen();
  await page.getByRole('link', { name: 'All shows' }).click();
  await page.getByRole('link', { name: /Kept in Mind/ }).click();
  await allChosen();
  await page.getByRole('link', { name: 'All shows' }).click();
  await expect(page.getByRole('link', { name: /Kept in Mind/ })).toBeVisible();
  await goBack(page);
  await allChosen();

  const tab = new ShowPage(await page.context().newPage());
  await tab.open(played.id);
  for (const seat of CHOSEN) await expect(tab.seat(seat, 'chosen')).toHaveCount(1);
  await expect(tab.clock).toBeVisible();

  const other = await browser.newContext();
  const rival = new ShowPage(await other.newPage());
  await rival.open(played.id);
  await expect(rival.seat(place('B', 2), 'taken')).toHaveCount(1);
  await other.close();
});

test('seats are kept for their show alone, and not after they were booked', async ({ page, boxOffice, show }) => {
  const [one, other] = [
    await boxOffice.putOn({ title: 'First Choice', rows: 2, seatsPerRow: 6 }),
    await boxOffice.putOn({ title: 'Second Choice', rows: 2, seatsPerRow: 6 }),
  ];
  await show.open(one.id);
  await show.keep(place('A', 1));
  await show.open(other.id);
  await expect(page.getByText('Tap the seats you would like.')).toBeVisible();
  await show.open(one.id);
  await show.book(1);
  await show.continueAsGuest('Ada Lovelace', 'ada.kept@example.org');
  await new TicketPage(page).arrived();
  await show.open(one.id);
  await expect(page.getByText('Tap the seats you would like.')).toBeVisible();
  await expect(page.getByText('is gone')).toHaveCount(0);
});

test('a reload after the answer was lost leads to the ticket, booked once', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'The Lost Answer', rows: 2, seatsPerRow: 6 });
  await show.open(played.id);
  await show.choose(place('A', 4));
  const keys: (string | undefined)[] = [];
  await page.route('**/book', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.fallback();
    await route.fetch();
    return undefined;
  });
  await show.book(1);
  await show.continueAsGuest('Ada Lovelace', 'ada.lost@example.org');
  await expect.poll(() => keys.length).toBe(1);
  const statusOf = async (): Promise<string> => {
    const map: { seats: { name: string; status: string }[] } = await (
      await page.request.get(`/api/shows/${played.id}/seats`)
    ).json();
    return map.seats.find(({ name }) => name === place('A', 4))?.status ?? '';
  };
  await expect.poll(statusOf).toBe('BOOKED');
  await page.reload();
  await new TicketPage(page).arrived();
  await expect(page.getByRole('heading', { name: 'The seat is yours' })).toBeVisible();
  expect(new Set(keys).size).toBe(1);
});
