import AxeBuilder from '@axe-core/playwright';
import { Page } from '@playwright/test';
import { ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { DrawnTheatre } from '../support/drawn-theatre';
import { expect, test } from '../support/fixtures';
import { tabTo } from '../support/tab-to';

const stalls = (row: string, seat: number): string => `Stalls · Row ${row} · Seat ${seat}`;

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test.describe('by touch on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('two adults and a child go to a drawn theatre', async ({ page, boxOffice, show }) => {
    const played = await new DrawnTheatre(boxOffice).putOn('Matinee');
    await show.open(played.id);
    await show.bestButton('One seat more').tap();
    await show.best.getByRole('combobox', { name: 'At which price' }).selectOption({ label: 'Front, €45.00' });
    await show.bestButton('Choose the best for me').tap();
    await show.areKept();
    await show.unfoldPrices();
    const third = show.panel.getByRole('combobox').nth(2);
    await third.selectOption('child');
    await expect(show.panel.getByText('Proof at the door')).toBeVisible();
    await expect(show.panel.getByText('includes 7% VAT')).toBeVisible();
    await isAccessible(page);
    await show.unfoldPrices();
    await expect(show.panel.getByText('Pay €117.00 at the box office')).toBeVisible();
    await show.bookAt('Book 3 seats · €117.00').tap();
    await show.continueAsGuest('Ada Lovelace', 'ada.matinee@example.org');
    await new TicketPage(page).arrived();
    const ticket = new TicketPage(page).ticket;
    await expect(ticket.getByText('Total')).toBeVisible();
    await expect(ticket.getByText('€117.00', { exact: true })).toBeVisible();
    await expect(ticket.getByText('Pay €117.00 at the box office')).toBeVisible();
    await expect(ticket.getByRole('listitem').filter({ hasText: 'Child' })).toContainText('€22.50');
    await isAccessible(page);
  });
});

test('a seat of a drawn theatre is booked with the keyboard alone', async ({ page, boxOffice, show }) => {
  const played = await new DrawnTheatre(boxOffice).putOn('Keys Only');
  await show.open(played.id);
  const first = show.seat(`${stalls('A', 1)}, €45.00`, 'free');
  await tabTo(page, first);
  await page.keyboard.press('Enter');
  await show.areKept();
  const type = show.ticket(stalls('A', 1));
  await tabTo(page, type);
  await page.keyboard.press('ArrowDown');
  const book = show.bookAt('Book 1 seat · €24.00');
  await tabTo(page, book);
  await page.keyboard.press('Enter');
  const name = page.getByRole('dialog').getByLabel('Name');
  await tabTo(page, name);
  await page.keyboard.type('Lise Meitner');
  await page.keyboard.press('Tab');
  await page.keyboard.type('lise.keys@example.org');
  await page.keyboard.press('Enter');
  await new TicketPage(page).arrived();
});

test('a seat is chosen from the list, by its price', async ({ page, boxOffice, show }) => {
  const played = await new DrawnTheatre(boxOffice).putOn('From the List');
  await show.open(played.id);
  await page.getByRole('button', { name: 'List of seats' }).click();
  const list = page.locator('mx-seat-list');
  await list.getByRole('combobox', { name: 'Category' }).selectOption({ label: 'Back, €30.00' });
  await list.getByRole('button', { name: /^Stalls · Row C/ }).click();
  await list.getByRole('checkbox', { name: `${stalls('C', 4)}, €30.00, free` }).click();
  await show.areKept();
  await isAccessible(page);
  await show.bookAt('Book 1 seat · €31.50').click();
  await show.continueAsGuest('Emmy Noether', 'emmy.list@example.org');
  await new TicketPage(page).arrived();
});

test('a price that changes while somebody chooses is told, and booked with one press', async ({
  page,
  boxOffice,
  show,
}) => {
  const theatre = new DrawnTheatre(boxOffice);
  const played = await theatre.putOn('Dearer');
  await show.open(played.id);
  await show.best.getByRole('combobox', { name: 'At which price' }).selectOption({ label: 'Front, €45.00' });
  await show.bestButton('Choose the best for me').click();
  await show.areKept();
  await page.route(`**/api/shows/${played.id}`, (route) => route.abort());
  await theatre.reprice(played, { front: 5_000, back: 3_000, floor: 2_000 });
  await show.bookAt('Book 2 seats · €93.00').click();
  await page.unroute(`**/api/shows/${played.id}`);
  await show.continueAsGuest('Grace Hopper', 'grace.dearer@example.org');
  await expect(show.panel.getByText('It was €93.00, and is €103.00 now.')).toBeVisible();
  await show.bookAt('Book 2 seats · €103.00').click();
  await new TicketPage(page).arrived();
});

test('places to stand are asked for by their number, from the map', async ({ page, boxOffice, show }) => {
  const played = await new DrawnTheatre(boxOffice).putOn('On Our Feet');
  await show.open(played.id);
  await pressFloor(show);
  await expect(show.best.getByRole('combobox', { name: 'Where' })).toHaveValue(/.+/);
  await expect(show.best.getByRole('heading', { name: 'How many places?' })).toBeVisible();
  await show.best.getByRole('button', { name: 'One place more' }).click();
  await show.bestButton('Choose the best for me').click();
  await show.areKept();
  await expect(show.panel.getByText('Floor · Place 3')).toBeVisible();
  await show.bookAt('Book 3 seats · €64.50').click();
  await show.continueAsGuest('Mary Somerville', 'mary.floor@example.org');
  await new TicketPage(page).arrived();
  await expect(new TicketPage(page).ticket.getByText('Floor · Place 1').first()).toBeVisible();
});

test('places to stand are asked for by their number, from the list; a reload keeps for whom they are', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await new DrawnTheatre(boxOffice).putOn('Listed on Our Feet');
  await show.open(played.id);
  await page.getByRole('button', { name: 'List of seats' }).click();
  const list = page.locator('mx-seat-list');
  await list.getByRole('combobox', { name: 'Section' }).selectOption({ label: 'Floor' });
  await list.getByRole('button', { name: /^Floor €20\.00 20 free/ }).click();
  await expect(show.best.getByRole('heading', { name: 'How many places?' })).toBeVisible();
  await expect(show.bestButton('Choose the best for me')).toBeFocused();
  await page.keyboard.press('Enter');
  await show.areKept();
  await show.ticket('Floor · Place 2').selectOption('child');
  await expect(show.bookAt('Book 2 seats · €33.00')).toBeVisible();
  await page.reload();
  await show.areKept();
  await expect(show.ticket('Floor · Place 2')).toHaveValue('child');
  await expect(show.bookAt('Book 2 seats · €33.00')).toBeVisible();
});

/** Presses where people stand: a table has the floor below its seats, and the picture has no element for it. */
async function pressFloor({ page }: ShowPage): Promise<void> {
  const pane = page.locator('mx-seat-map .pane');
  await pane.scrollIntoViewIfNeeded();
  const { width, height } = await pane.evaluate(({ clientWidth, clientHeight }) => ({
    width: clientWidth,
    height: clientHeight,
  }));
  await pane.click({ position: { x: width * 0.4, y: height * 0.78 } });
}
