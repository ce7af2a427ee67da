import { Browser, Page } from '@playwright/test';
import { AdminPages } from '../pages/admin-pages';
import { DoorPage } from '../pages/door-page';
import { place, ShowPage } from '../pages/show-page';
import { TicketPage } from '../pages/ticket-page';
import { browserWithCamera, filmOf } from '../support/fake-camera';
import { expect, test } from '../support/fixtures';

interface Issued {
  readonly code: string;
}

/** Books seats 1 to `count` of row A as a guest, and opens the tickets. @returns their codes */
async function ticketsOf(page: Page, showId: string, count: number): Promise<readonly string[]> {
  const show = new ShowPage(page);
  await show.open(showId);
  await show.choose(...Array.from({ length: count }, (_, at) => place('A', at + 1)));
  await show.book(count);
  await show.continueAsGuest('Ada Lovelace', 'ada.at.the.door@example.org');
  await new TicketPage(page).arrived();
  await page.getByRole('link', { name: 'Tickets for the door' }).click();
  await expect(page.locator('mx-ticket-card svg')).toHaveCount(count);
  return codesOn(page);
}

/** The codes of the page of tickets that is open. */
async function codesOn(page: Page): Promise<readonly string[]> {
  const answer = await page.request.get(`/api${new URL(page.url()).pathname}`);
  const { tickets }: { tickets: readonly Issued[] } = await answer.json();
  return tickets.map(({ code }) => code);
}

/** Somebody of the staff at a door of that name. */
async function doorOf(browser: Browser, showId: string, name: string, baseURL: string | undefined): Promise<DoorPage> {
  const context = await browser.newContext({ baseURL, permissions: ['camera'], timezoneId: 'UTC', locale: 'en-GB' });
  const page = await context.newPage();
  await new AdminPages(page).signIn();
  const door = new DoorPage(page);
  await door.open(showId);
  await door.call(name);
  return door;
}

test('a door lets in by camera once, goes on without a network, and reconciles afterwards', async ({
  page,
  browser,
  boxOffice,
  baseURL,
}, testInfo) => {
  const played = await boxOffice.putOn({ title: 'The Open Door', venue: 'Kursaal', rows: 2, seatsPerRow: 6 });
  const [first = '', second = '', third = ''] = await ticketsOf(page, played.id, 3);
  const film = testInfo.outputPath('ticket.y4m');
  filmOf(first, film);
  const withCamera = await browserWithCamera(testInfo.project.use, film);
  const north = await doorOf(withCamera, played.id, 'North', baseURL);
  const south = await doorOf(browser, played.id, 'South', baseURL);
  await north.counts(0, 3);

  await north.page.getByRole('button', { name: 'Open the camera' }).click();
  await expect(north.answer).toContainText('Come in');
  await expect(north.answer).toContainText(place('A', 1));
  await expect(north.answer).toContainText('Ada Lovelace');
  await north.counts(1, 3);
  await south.type(first);
  await expect(south.answer).toContainText('Somebody is in with this ticket');
  await expect(south.answer).toContainText(/In since \d\d:\d\d at .?North/);
  await south.counts(1, 3);
  await north.page.getByRole('button', { name: 'Close the camera' }).click();
  await page.reload();
  await expect(page.getByText(/Is in since \d\d:\d\d at North/)).toBeVisible();

  await north.page.context().setOffline(true);
  await north.type(second);
  await expect(north.answer).toContainText('Come in');
  await expect(north.answer).toContainText('Offline');
  await north.type(third);
  await expect(north.answer).toContainText(place('A', 3));
  await north.type(`${second.slice(0, -4)}AAAA`);
  await expect(north.answer).toContainText('This is no ticket of this organiser');
  await north.type(second);
  await expect(north.answer).toContainText('Somebody is in with this ticket');
  await north.counts(3, 3);
  await expect(north.page.getByText('2 entries wait on this device')).toBeVisible();

  await south.type(third);
  await expect(south.answer).toContainText('Come in');
  await north.page.context().setOffline(false);
  await expect(north.page.getByText(`and not valid: ${place('A', 3)}`)).toBeVisible();
  await expect(north.page.getByText('Two people have this seat')).toBeVisible();
  await expect(north.page.getByText('Offline: this door goes on by itself')).toBeHidden();
  await expect(north.ticket(place('A', 2))).toContainText('North');
  await expect(north.ticket(place('A', 3))).toContainText('South');
  await north.page.getByRole('button', { name: 'Seen to' }).click();
  await south.counts(3, 3);
  await south.search('seat 2');
  await south.ticket(place('A', 2)).getByRole('button', { name: /^Undo/ }).click();
  await north.counts(2, 3);
  await withCamera.close();
  await south.page.context().close();
});

test('what a door let in without a network outlives its page, and is sent by the next one', async ({
  page,
  browser,
  boxOffice,
  baseURL,
}) => {
  const played = await boxOffice.putOn({ title: 'The Lost Network', rows: 2, seatsPerRow: 6 });
  const [code = ''] = await ticketsOf(page, played.id, 1);
  const north = await doorOf(browser, played.id, 'North', baseURL);
  await north.page.context().setOffline(true);
  await north.type(code);
  await expect(north.answer).toContainText('Come in');
  await north.page.close();
  await north.page.context().setOffline(false);
  const again = new DoorPage(await north.page.context().newPage());
  await again.open(played.id);
  await again.counts(1, 1);
  await expect(again.ticket(place('A', 1))).toContainText('North');
  await expect(again.ticket(place('A', 1))).not.toContainText('not sent yet');
  await north.page.context().close();
});

test('a ticket that was passed on lets nobody in any more, and the new one does', async ({
  page,
  browser,
  boxOffice,
  baseURL,
}) => {
  const played = await boxOffice.putOn({ title: 'Passed On', rows: 2, seatsPerRow: 6 });
  const [old = ''] = await ticketsOf(page, played.id, 1);
  await page.getByRole('button', { name: 'Pass this ticket on' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new ticket' }).click();
  await expect(page.getByText('This ticket is new: the one before is void')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a picture' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^modex-\w+-2\.png$/);
  const north = await doorOf(browser, played.id, 'North', baseURL);
  await north.type(old);
  await expect(north.answer).toContainText('This ticket is not valid');
  const [renewed = ''] = await codesOn(page);
  await north.type(renewed);
  await expect(north.answer).toContainText('Come in');
  await north.page.context().close();
});
