import { place, ShowPage } from '../pages/show-page';
import { expect, test } from '../support/fixtures';
import { STATUS, STREAM } from '../support/seat-calls';

test('two browsers want one seat: one gets it, the other is told which is gone and keeps the rest', async ({
  browser,
  boxOffice,
}) => {
  const played = await boxOffice.putOn({ title: 'The Same Chair', rows: 4, seatsPerRow: 8 });
  const wanted = place('B', 4);
  const rivals = await Promise.all(
    [place('C', 1), place('D', 1)].map(async (own, index) => {
      const context = await browser.newContext();
      const show = new ShowPage(await context.newPage());
      // The maps stay as they were when they were opened: otherwise the slower one would see the seat go in time.
      await show.page.route(STREAM, (route) => route.abort());
      await show.page.route(STATUS, () => undefined);
      await show.open(played.id);
      await show.choose(wanted, own);
      await show.page.getByRole('button', { name: 'Sign in' }).first().click();
      await show.continueAsGuest(`Rival ${index}`, `rival${index}@example.org`);
      return { context, show, own };
    }),
  );
  await Promise.all(rivals.map(({ show }) => show.book(2)));
  await Promise.all(
    rivals.map(({ show }) =>
      expect(show.page.getByRole('article', { name: 'Your ticket' }).or(show.page.getByText('is gone.'))).toBeVisible(),
    ),
  );
  const losers = [];
  for (const rival of rivals) if (!rival.show.page.url().includes('/booked/')) losers.push(rival);
  expect(losers).toHaveLength(1);

  for (const { show, own } of losers) {
    await expect(show.page.getByRole('alert').filter({ hasText: `${wanted} is gone.` })).toBeVisible();
    await show.page.unroute(STREAM);
    await show.page.unroute(STATUS);
    await expect(show.seat(own, 'chosen')).toHaveCount(1);
    await expect(show.chip(wanted)).toHaveCount(0);
    await show.book(1);
    await expect(show.page).toHaveURL(/\/booked\//);
  }
  await Promise.all(rivals.map(({ context }) => context.close()));
});

test('a seat that goes while somebody is choosing is shown as lost before the booking', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Slow Choosers', rows: 2, seatsPerRow: 6 });
  await show.open(played.id);
  await show.choose(place('A', 2), place('A', 3));
  await boxOffice.sell(played, ['A3'], 'Quick Buyer');
  await expect(show.seat(place('A', 3), 'just taken by someone else')).toHaveCount(1);
  await expect(page.getByText('Row A, seat 3 is gone.')).toBeVisible();
  await expect(show.seat(place('A', 2), 'chosen')).toHaveCount(1);
});
