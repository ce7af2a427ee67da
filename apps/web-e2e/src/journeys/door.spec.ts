import { place } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';

test('a leading blank in an e-mail typed key by key goes, and every letter stays in its place', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Key by Key', rows: 2, seatsPerRow: 6 });
  await show.open(played.id);
  await show.choose(place('A', 1));
  await show.book(1);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Ada Lovelace');
  await dialog.getByLabel('E-mail').pressSequentially(' ada.keys@example.org ');
  const sent = page.waitForRequest('**/book');
  await dialog.getByRole('button', { name: / as guest$/ }).click();
  expect((await sent).postDataJSON()).toMatchObject({ name: 'Ada Lovelace', email: 'ada.keys@example.org' });
  await new TicketPage(page).arrived();
});

for (const { told, events } of [
  { told: 'a change alone', events: ['change'] },
  { told: 'nothing at all', events: [] },
]) {
  test(`what the browser fills in is booked with, when it tells ${told}`, async ({ page, boxOffice, show }) => {
    const played = await boxOffice.putOn({ title: `Filled in, ${told}`, rows: 2, seatsPerRow: 6 });
    await show.open(played.id);
    await show.choose(place('A', 1));
    await show.book(1);
    const dialog = page.getByRole('dialog');
    for (const [label, value] of [
      ['Name', 'Ada Lovelace'],
      ['E-mail', 'ada.filled@example.org'],
    ] as const) {
      await dialog.getByLabel(label).evaluate(
        (control: HTMLInputElement, given) => {
          control.value = given.value;
          for (const event of given.events) control.dispatchEvent(new Event(event, { bubbles: true }));
        },
        { value, events },
      );
    }
    await dialog.getByRole('button', { name: / as guest$/ }).click();
    await new TicketPage(page).arrived();
  });
}

test('a browser that keeps no cookies is told so once, and no second guest is made', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'No Cookies', rows: 2, seatsPerRow: 6 });
  let guests = 0;
  await page.route('**/auth/guest', async (route) => {
    guests++;
    const answer = await route.fetch();
    const headers = { ...answer.headers() };
    delete headers['set-cookie'];
    await page.context().clearCookies();
    await route.fulfill({ response: answer, headers });
    await page.context().clearCookies();
  });
  await show.open(played.id);
  for (let round = 0; round < 3; round++) {
    await show.seat(place('A', 1 + round), 'free').click();
    await expect(show.panel.getByRole('alert').filter({ hasText: 'keeps no cookies' })).toBeVisible();
    await expect(show.seat(place('A', 1 + round), 'chosen')).toHaveCount(0);
  }
  expect(guests).toBe(1);
  await expect(page.getByText('Your session has ended')).toHaveCount(0);
});
