import { place, ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';
import { tabTo } from '../support/tab-to';
import { silenceSeats } from '../support/seat-calls';
import { shotPath } from '../support/shots';

const inRow = (row: string, ...seats: readonly number[]): readonly string[] => seats.map((seat) => place(row, seat));

test('the best seats are chosen, kept and booked with the keyboard alone', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'You Choose', rows: 8, seatsPerRow: 12 });
  await show.open(played.id);
  const more = show.bestButton('One seat more');
  await tabTo(page, more);
  await page.keyboard.press('Enter');
  await page.keyboard.press(' ');
  await expect(show.best.getByText('4 seats')).toBeAttached();
  await expect(show.best.getByText('Free now: Row C, seats 5 to 8.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(show.bestButton('Choose the best for me')).toBeFocused();
  await page.keyboard.press('Enter');
  await show.haveKept(...inRow('C', 5, 6, 7, 8));
  await expect(show.bestButton('Choose the best for me')).toBeFocused();
  await expect(show.best.getByRole('status').last()).toHaveText(
    /^Row C, seats 5 to 8 are kept for you until \d\d:\d\d\.$/,
  );
  const book = show.panel.getByRole('button', { name: 'Book 4 seats' });
  await tabTo(page, book);
  await page.keyboard.press('Enter');
  const name = page.getByRole('dialog').getByLabel('Name');
  await tabTo(page, name);
  await page.keyboard.type('Lise Meitner');
  await page.keyboard.press('Tab');
  await page.keyboard.type('lise.best@example.org');
  await page.keyboard.press('Enter');
  await new TicketPage(page).arrived();
});

test('the best seats replace what was chosen, which the page says before', async ({ boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'Second Thoughts', rows: 8, seatsPerRow: 12 });
  await show.open(played.id);
  await show.keep(place('H', 1), place('H', 2), place('H', 3));
  await expect(show.best.getByText('This replaces the seats you have chosen.')).toBeVisible();
  await show.bestButton('Choose the best for me').click();
  await show.haveKept(...inRow('C', 6, 7));
  await show.bestButton('One seat more').click();
  await show.bestButton('Choose the best for me').click();
  await show.haveKept(...inRow('C', 5, 6, 7));
  await expect(show.seat(place('H', 1), 'free')).toHaveCount(1);
});

test('two who ask for the best seats at once get different ones', async ({ browser, boxOffice }) => {
  const played = await boxOffice.putOn({ title: 'Best of Rivals', rows: 2, seatsPerRow: 6 });
  const rivals = await Promise.all(
    [1, 2].map(async () => {
      const show = new ShowPage(await (await browser.newContext()).newPage());
      await silenceSeats(show.page);
      await show.open(played.id);
      return show;
    }),
  );
  await Promise.all(rivals.map((show) => show.bestButton('Choose the best for me').click()));
  const kept = await Promise.all(
    rivals.map(async (show) => {
      await expect(show.map.locator('[data-mark=chosen]')).toHaveCount(2);
      await show.areKept();
      return show.map.locator('[data-mark=chosen]').evaluateAll((seats) => seats.map(({ ariaLabel }) => ariaLabel));
    }),
  );
  expect(new Set(kept.flat()).size).toBe(4);
  await Promise.all(rivals.map(({ page }) => page.context().close()));
});

test('when a rival was faster others are kept; when too few are together the page offers as many as there are', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Nearly Full', rows: 1, seatsPerRow: 8 });
  await silenceSeats(page);
  await show.open(played.id);
  await show.bestButton('One seat more').click();
  await expect(show.best.getByText('Free now: Row A, seats')).toBeVisible();
  await boxOffice.sell(played, ['A3', 'A6'], 'Someone Faster');
  await show.bestButton('Choose the best for me').click();
  const alert = show.panel.getByRole('alert');
  await expect(alert).toContainText('There are not so many free seats together');
  await expect(alert).toContainText('At most 2 can sit together now.');
  await expect(show.clock).toHaveCount(0);
  await expect(show.best.getByText('At most 2 can still sit together.')).toBeVisible();
  await page.screenshot({ path: shotPath('best-not-enough') });
  await show.panel.getByRole('button', { name: 'Choose 2 seats together' }).click();
  await expect(show.map.locator('[data-mark=chosen]')).toHaveCount(2);
  await show.areKept();
  await expect(alert).toHaveCount(0);
});

test('what was kept before stays kept when there are no better seats', async ({ boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'As You Were', rows: 1, seatsPerRow: 6 });
  await boxOffice.sell(played, ['A3'], 'Early Bird');
  await show.open(played.id);
  await show.keep(place('A', 1));
  await show.bestButton('One seat more').click();
  await show.bestButton('One seat more').click();
  await show.bestButton('Choose the best for me').click();
  await expect(show.panel.getByRole('alert')).toContainText('At most 3 can sit together now.');
  await show.haveKept(place('A', 1));
});

test('seats that leave one alone are refused; those that satisfy the rule are named and taken in one press', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Nobody Alone', rows: 1, seatsPerRow: 6, noLoneSeat: true });
  await show.open(played.id);
  await show.choose(place('A', 2));
  const alert = show.panel.getByRole('alert');
  await expect(alert).toContainText('Row A, seat 1 would be left alone.');
  await expect(alert).toContainText('Row A, seat 1 leaves no seat alone.');
  await page.screenshot({ path: shotPath('lone-seat') });
  await show.panel.getByRole('button', { name: 'Take this instead' }).click();
  await show.haveKept(place('A', 1));
  await expect(alert).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('the best seats are chosen and booked by touch', async ({ page, boxOffice, show }) => {
    const played = await boxOffice.putOn({ title: 'Best in the Hand', rows: 8, seatsPerRow: 12 });
    await show.open(played.id);
    await show.bestButton('One seat more').tap();
    await show.bestButton('Choose the best for me').tap();
    await show.haveKept(...inRow('C', 5, 6, 7));
    await page.screenshot({ path: shotPath('best-kept-360') });
    await show.panel.getByRole('button', { name: 'Book 3 seats' }).tap();
    await show.continueAsGuest('Ada Lovelace', 'ada.best.touch@example.org');
    await new TicketPage(page).arrived();
  });

  test('a seat that leaves one alone is exchanged by touch', async ({ page, boxOffice, show }) => {
    const played = await boxOffice.putOn({ title: 'Alone in the Hand', rows: 2, seatsPerRow: 6, noLoneSeat: true });
    await show.open(played.id);
    await show.seat(place('A', 5), 'free').tap();
    await expect(show.panel.getByRole('alert')).toContainText('Row A, seat 6 would be left alone.');
    await page.screenshot({ path: shotPath('lone-seat-360') });
    await show.panel.getByRole('button', { name: 'Take this instead' }).tap();
    await expect(show.map.locator('[data-mark=chosen]')).toHaveCount(1);
    await show.areKept();
  });
});
