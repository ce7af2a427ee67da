import { Page } from '@playwright/test';
import { place, ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { expect, test } from '../support/fixtures';
import { shotPath } from '../support/shots';

/** The hold as the API tells it, with another time left. */
async function withTimeLeft(page: Page, secondsLeft: number, secondsAtMost = 1800): Promise<void> {
  await page.route(/\/holds$/, async (route) => {
    const answer = await route.fetch();
    const body = await answer.json();
    const told = { secondsLeft, secondsAtMost };
    await route.fulfill({ response: answer, json: 'holdId' in body ? { ...body, ...told } : body });
  });
}

test('a seat is kept by the click, for a guest who says the name at the end', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'Kept at the Click', rows: 2, seatsPerRow: 6 });
  await show.open(played.id);
  await show.keep(place('A', 1), place('A', 2));
  await expect(show.clock).toContainText(/Kept for (10:00|9:\d\d)/);
  await expect(page.getByRole('button', { name: 'Sign in' }).first()).toBeVisible();
  await page.screenshot({ path: shotPath('show-kept') });
  await show.book(2);
  await show.continueAsGuest('Ada Lovelace', 'ada.kept.at@example.org');
  await new TicketPage(page).arrived();
  await expect(page.getByRole('button', { name: 'Account of Ada Lovelace' })).toBeVisible();
});

test('many quick taps ask for one hold and for exactly what is chosen then', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'Quick Fingers', rows: 2, seatsPerRow: 6 });
  const asked: string[] = [];
  await page.route(/\/holds(\/\w+)?$/, async (route) => {
    asked.push(route.request().method());
    await route.fallback();
  });
  await show.open(played.id);
  await show.keep(place('A', 1), place('A', 2), place('A', 3), place('B', 4));
  expect(asked.filter((method) => method === 'POST')).toHaveLength(1);
  expect(asked.length).toBeLessThanOrEqual(4);
});

test('the time is said aloud when it is near its end; the seats can be kept longer', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Take Your Time', rows: 2, seatsPerRow: 6 });
  await withTimeLeft(page, 100);
  await show.open(played.id);
  await show.choose(place('A', 1));
  await expect(show.panel.getByText('Your seats are kept for 2 more minutes.')).toBeAttached();
  await show.panel.getByRole('button', { name: 'Keep them longer' }).press('Enter');
  await expect(show.clock).toContainText(/Kept for (10:00|9:\d\d)/);
});

test('seats whose longest time has come cannot be kept longer, and the page says so', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Time, Ladies and Gentlemen', rows: 2, seatsPerRow: 6 });
  await withTimeLeft(page, 60, 60);
  await show.open(played.id);
  await show.choose(place('A', 1));
  await expect(show.panel.getByText('They cannot be kept any longer')).toBeVisible();
  await expect(show.panel.getByRole('button', { name: 'Keep them longer' })).toHaveCount(0);
});

test('when the time is over the page says so, and the same seats can be chosen again', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Too Slow', rows: 2, seatsPerRow: 6 });
  await page.clock.install();
  await show.open(played.id);
  await show.keep(place('A', 1));
  // The hold really ends; a page whose clock has run on learns it at once.
  await giveBack(page, played.id);
  await page.clock.fastForward('10:01');
  await expect(show.panel.getByRole('alert')).toContainText(/given back|over/);
  await expect(show.seat(place('A', 1), 'chosen')).toHaveCount(0);
  await page.screenshot({ path: shotPath('show-time-over') });
  await show.panel.getByRole('button', { name: 'Choose the same seats' }).click();
  await expect(show.clock).toBeVisible();
  await expect(show.seat(place('A', 1), 'chosen')).toHaveCount(1);
});

test('another tab changes the seats; the booking names what was seen, and nothing else is sold', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Two Tabs', rows: 2, seatsPerRow: 6 });
  await show.open(played.id);
  await show.keep(place('A', 1));
  const tab = new ShowPage(await page.context().newPage());
  await tab.open(played.id);
  await expect(tab.seat(place('A', 1), 'chosen')).toHaveCount(1);
  const changed = tab.page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await tab.choose(place('A', 2));
  await changed;
  await show.book(1);
  await show.continueAsGuest('Ada Lovelace', 'ada.tabs.two@example.org');
  await expect(page.getByText('Your seats were changed in another tab')).toBeVisible();
  await expect(show.seat(place('A', 2), 'chosen')).toHaveCount(1);
  await show.book(2);
  await new TicketPage(page).arrived();
});

test('an account that signs in keeps the seats that were chosen before', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'An Old Friend', rows: 2, seatsPerRow: 6 });
  const account = { name: 'Grace Hopper', email: 'grace.holds@example.org', password: 'curtain up at eight' };
  expect((await boxOfficeCall(page, '/api/auth/register', account)).status()).toBe(201);
  await page.context().clearCookies();
  await show.open(played.id);
  await show.keep(place('A', 1));
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Sign in' }).check();
  await dialog.getByLabel('E-mail').fill(account.email);
  await dialog.getByLabel('Password', { exact: true }).fill(account.password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Account of Grace Hopper' })).toBeVisible();
  await expect(show.clock).toBeVisible();
  await show.book(1);
  await new TicketPage(page).arrived();
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tapped seat is kept and given back', async ({ page, boxOffice, show }) => {
    const played = await boxOffice.putOn({ title: 'In the Hand', rows: 2, seatsPerRow: 6 });
    await show.open(played.id);
    const told = page.waitForResponse((answer) => answer.url().endsWith('/holds') && answer.status() === 201);
    await show.seat(place('A', 3), 'free').tap();
    await told;
    await expect(show.clock).toBeVisible();
    await page.screenshot({ path: shotPath('show-kept-360') });
    await show.chip(place('A', 3)).tap();
    await expect(show.clock).toHaveCount(0);
    await expect(show.seat(place('A', 3), 'free')).toHaveCount(1);
  });
});

async function boxOfficeCall(page: Page, path: string, data: object) {
  return page.request.post(path, { data });
}

async function giveBack(page: Page, showId: string): Promise<void> {
  const { hold }: { hold: { holdId: string } } = await (await page.request.get(`/api/shows/${showId}/holds`)).json();
  const headers = { 'x-modex-session': 'cookie' };
  await page.request.delete(`/api/shows/${showId}/holds/${hold.holdId}`, { headers });
}
