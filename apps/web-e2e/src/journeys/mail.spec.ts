import { AdminPages } from '../pages/admin-pages';
import { MailsPage } from '../pages/mails-page';
import { place, ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';

test('a guest who books is written to; the admin reads what, why another mail was refused, and sends it again', async ({
  page,
  browser,
  boxOffice,
}) => {
  const played = await boxOffice.putOn({ title: 'The Letter', venue: 'Post House', rows: 3, seatsPerRow: 6 });
  const context = await browser.newContext();
  const customer = new ShowPage(await context.newPage());
  await customer.open(played.id);
  await customer.choose(place('B', 1), place('B', 2));
  await customer.book(2);
  await customer.continueAsGuest('Mária Mitchell', 'maria.by.mail@example.org');
  const code = await new TicketPage(customer.page).arrived();
  const bookingId = new URL(customer.page.url()).pathname.split('/').at(-1) ?? '';

  await new AdminPages(page).signIn();
  const mails = new MailsPage(page);
  await mails.open(bookingId);
  await mails.becomes('Sent');
  await expect(mails.latest()).toContainText('Your booking: The Letter');
  await expect(mails.latest()).toContainText('maria.by.mail@example.org');
  const words = await mails.words();
  for (const said of [code, 'Row B, seat 1', 'Row B, seat 2', 'Post House']) expect(words).toContain(said);

  const refused = await boxOffice.sell(played, ['A1'], 'Nobody Here');
  await mails.open(refused);
  await mails.becomes('Refused');
  await expect(mails.latest()).toContainText('550 No such person here');
  await page.getByRole('button', { name: /^Send again/ }).click();
  await expect(page.getByText('The mail is on its way.')).toBeVisible();
  await mails.becomes('Refused');
  await context.close();
});
