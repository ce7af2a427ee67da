import { place, ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';
import { silenceSeats } from '../support/seat-calls';

test('two browsers want one seat: one gets it, the other is told which is gone and keeps the rest', async ({
  browser,
  boxOffice,
}) => {
  const played = await boxOffice.putOn({ title: 'The Same Chair', rows: 4, seatsPerRow: 8 });
  const wanted = place('B', 4);
  const rivals = await Promise.all(
    [place('C', 1), place('D', 1)].map(async (own) => {
      const context = await browser.newContext();
      const show = new ShowPage(await context.newPage());
      // The maps stay as they were when they were opened: otherwise the slower one would see the seat go in time.
      await silenceSeats(show.page);
      await show.open(played.id);
      await show.keep(own);
      return { context, show, own };
    }),
  );
  await Promise.all(rivals.map(({ show }) => show.seat(wanted, 'free').click()));
  const gone = ({ page }: ShowPage) => page.getByRole('alert').filter({ hasText: `${wanted} is gone.` });
  await expect
    .poll(async () => (await Promise.all(rivals.map(({ show }) => gone(show).count()))).toSorted())
    .toEqual([0, 1]);
  for (const [index, { show, own }] of rivals.entries()) {
    const isLoser = (await gone(show).count()) > 0;
    await expect(show.seat(own, 'chosen')).toHaveCount(1);
    await expect(show.chip(wanted)).toHaveCount(isLoser ? 0 : 1);
    await show.book(isLoser ? 1 : 2);
    await show.continueAsGuest(`Rival ${index}`, `rival${index}@example.org`);
    await new TicketPage(show.page).arrived();
  }
  await Promise.all(rivals.map(({ context }) => context.close()));
});
