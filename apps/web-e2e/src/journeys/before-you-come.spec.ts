import { AdminPages } from '../pages/admin-pages';
import { place } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';

test('who runs the venue, the way there and the house rules are where customers look for them', async ({
  page,
  boxOffice,
  show,
}) => {
  await new AdminPages(page).signIn();
  await page.getByRole('link', { name: 'Organiser' }).click();
  await page.getByLabel('Name').fill('Theatre Street Players');
  await page.getByLabel('Address').fill('Theatre Street 1\n10115 Berlin');
  await page.getByLabel('Link to the imprint').fill('https://example.org/imprint');
  await page.getByLabel('Link to the terms').fill('https://example.org/terms');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Everybody sees it as soon as they open a page anew.')).toBeVisible();
  await page.context().clearCookies();

  const texts = { gettingThere: 'Tram 12 to\nTheatre Street.', houseRules: 'No admission once it has begun.' };
  const played = await boxOffice.create({ title: 'Before you come', rows: 2, seatsPerRow: 4, ...texts });
  await show.open(played.id);
  const footer = page.getByRole('contentinfo');
  await expect(footer).toContainText('Theatre Street Players');
  await expect(footer.getByRole('link', { name: 'Imprint' })).toHaveAttribute('href', 'https://example.org/imprint');
  await expect(page.getByText('No admission once it has begun.')).toBeHidden();
  await page.getByText('House rules').click();
  await expect(page.getByText('No admission once it has begun.')).toBeVisible();

  await show.choose(place('A', 1));
  await show.book(1);
  await show.continueAsGuest('Ada Lovelace', 'ada.before@example.org');
  await new TicketPage(page).arrived();
  await page.getByText('How to get there').click();
  await expect(page.getByText('Tram 12 to')).toBeVisible();
  const ticket = page.getByRole('article', { name: 'Your ticket' });
  await expect(ticket).toContainText('Organiser: Theatre Street Players');
  await expect(ticket.getByRole('link', { name: 'Terms' })).toHaveAttribute('href', 'https://example.org/terms');
});
