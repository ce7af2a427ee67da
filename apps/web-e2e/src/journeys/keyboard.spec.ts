import { place } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';
import { tabTo } from '../support/tab-to';

test('two seats are booked with the keyboard alone', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'Without a Mouse', rows: 4, seatsPerRow: 6 });
  await boxOffice.sell(played, ['A1'], 'Early Bird');
  await page.goto('/?q=without');
  await expect(page.getByRole('link', { name: /Without a Mouse/ })).toBeVisible();

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  const card = page.getByRole('link', { name: /Without a Mouse/ });
  await tabTo(page, card);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Without a Mouse' })).toBeFocused();

  const seat = show.seat(place('A', 1), 'taken');
  await expect(seat).toHaveCount(1);
  await tabTo(page, seat);
  await page.keyboard.press('Enter');
  await expect(show.seat(place('A', 1), 'chosen')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(show.seat(place('B', 6), 'chosen')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press(' ');
  await expect(show.map.locator('xpath=ancestor::mx-seat-map').getByRole('status')).toHaveText(
    'Row B, seat 5 chosen. 2 of 10 seats.',
  );

  const book = show.panel.getByRole('button', { name: 'Book 2 seats' });
  await tabTo(page, book);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible();
  const name = page.getByRole('dialog').getByLabel('Name');
  await tabTo(page, name);
  await page.keyboard.type('Hedy Lamarr');
  await page.keyboard.press('Tab');
  await page.keyboard.type('hedy@example.org');
  await page.keyboard.press('Enter');
  await new TicketPage(page).arrived();
  await expect(page.getByRole('heading', { level: 1, name: 'The seats are yours' })).toBeFocused();
});
