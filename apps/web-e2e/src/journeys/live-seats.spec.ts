import { Page } from '@playwright/test';
import { AdminPages } from '../pages/admin-pages';
import { place } from '../pages/show-page';
import { expect, test } from '../support/fixtures';
import { SeatCalls, STATUS, STREAM } from '../support/seat-calls';
import { shotPath } from '../support/shots';

/** The dot beside the seats. */
const dot = (page: Page) => page.locator('mx-live').first();

test('a seat that somebody else books is shown as taken by the stream alone', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'Under Your Eyes', rows: 2, seatsPerRow: 6 });
  const calls = new SeatCalls(page);
  const opened = page.waitForResponse(STREAM);
  await show.open(played.id);
  expect((await opened).status()).toBe(200);
  await boxOffice.sell(played, ['A3'], 'First Buyer');
  await expect(show.seat(place('A', 3), 'taken')).toHaveCount(1);
  await boxOffice.sell(played, ['B1', 'B2'], 'Second Buyer');
  await expect(show.seat(place('B', 2), 'taken')).toHaveCount(1);
  await expect(page.getByText('9 seats free')).toBeVisible();
  await expect(dot(page)).toContainText('Live');
  expect([calls.maps.length, calls.statuses.length, calls.streams.length]).toEqual([0, 1, 1]);
});

test('without a stream the page asks for the status, and takes the stream as soon as there is one', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Behind a Wall', rows: 2, seatsPerRow: 6 });
  await page.route(STREAM, (route) => route.abort());
  const calls = new SeatCalls(page);
  await show.open(played.id);
  await boxOffice.sell(played, ['A3'], 'First Buyer');
  await expect(show.seat(place('A', 3), 'taken')).toHaveCount(1);
  await expect(dot(page)).toContainText('Live');

  const opened = page.waitForResponse(STREAM);
  await page.unroute(STREAM);
  expect((await opened).status()).toBe(200);
  await page.route(STATUS, (route) => route.abort());
  await boxOffice.sell(played, ['A4'], 'Second Buyer');
  await expect(show.seat(place('A', 4), 'taken')).toHaveCount(1);
  expect(calls.maps).toHaveLength(0);
});

test('a status that has not changed is not sent again', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'Nothing New', rows: 2, seatsPerRow: 6 });
  // A route would do without the browser's memory of answers.
  await page.addInitScript(() => {
    class NoStream extends EventTarget {
      constructor() {
        super();
        setTimeout(() => this.dispatchEvent(new Event('error')));
      }
      close(): void {
        // There is nothing to close.
      }
    }
    Object.assign(globalThis, { EventSource: NoStream });
  });
  const codes = await answersOnTheWire(page);
  await show.open(played.id);
  await expect.poll(() => codes().slice(0, 2)).toEqual([200, 304]);
});

test('without a network the page says that it is offline, and catches up when the network is back', async ({
  page,
  context,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Through the Tunnel', rows: 2, seatsPerRow: 6 });
  await show.open(played.id);
  await show.keep(place('A', 2));
  await expect(dot(page)).toContainText('Live');
  await context.setOffline(true);
  await expect(dot(page)).toContainText('Offline');
  await expect(dot(page).getByRole('status')).toHaveText('Offline: what you see may be behind.');
  await page.screenshot({ path: shotPath('show-offline') });
  await boxOffice.sell(played, ['A3'], 'Quick Buyer');
  await show.seat(place('A', 4), 'free').click();
  await expect(show.seat(place('A', 2), 'chosen')).toHaveCount(1);
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await context.setOffline(false);
  await kept;
  await expect(show.seat(place('A', 4), 'chosen')).toHaveCount(1);
  await expect(show.seat(place('A', 3), 'taken')).toHaveCount(1);
  await expect(dot(page).getByRole('status')).toHaveText('Live again.');
});

test('a page that nobody sees follows nothing, and catches up when it is seen again', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'Behind Another Tab', rows: 2, seatsPerRow: 6 });
  const calls = new SeatCalls(page);
  await show.open(played.id);
  await expect.poll(() => calls.streams.length).toBe(1);
  const ended = page.waitForEvent('requestfailed', (request) => request === calls.streams[0]);
  await becomes(page, 'hidden');
  await ended;
  await boxOffice.sell(played, ['A3'], 'First Buyer');
  await becomes(page, 'visible');
  await expect(show.seat(place('A', 3), 'taken')).toHaveCount(1);
  expect([calls.maps.length, calls.statuses.length, calls.streams.length]).toEqual([0, 1, 2]);
});

test('an admin sees the numbers and the plan of a show move as seats are sold', async ({ page, boxOffice }) => {
  const played = await boxOffice.putOn({ title: 'Selling by the Minute', rows: 2, seatsPerRow: 5 });
  await new AdminPages(page).signIn();
  const calls = new SeatCalls(page);
  const opened = page.waitForResponse(STREAM);
  await page.goto(`/admin/shows/${played.id}`);
  await opened;
  await boxOffice.sell(played, ['A3', 'A4'], 'First Buyer');
  await expect(page.getByRole('grid', { name: 'The seats: 2 sold, 8 free, 0 held, 0 blocked.' })).toBeVisible();
  await expect(page.locator('[data-kind="sold"] dd')).toHaveText(/^\s*2\s+20 %\s*$/);
  await boxOffice.callOff(played);
  await expect(page.getByRole('grid', { name: 'The seats: 0 sold, 10 free, 0 held, 0 blocked.' })).toBeVisible();
  expect([calls.maps.length, calls.statuses.length]).toEqual([0, 1]);
});

/** The codes of the answers about statuses as the server sends them; the browser shows a page 200 where it was 304. */
async function answersOnTheWire(page: Page): Promise<() => readonly (number | undefined)[]> {
  const asked: string[] = [];
  const codes = new Map<string, number>();
  const wire = await page.context().newCDPSession(page);
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.endsWith('/seats/status')) asked.push(requestId);
  });
  // May be told before the request is.
  wire.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => codes.set(requestId, statusCode));
  await wire.send('Network.enable');
  return () => asked.map((requestId) => codes.get(requestId));
}

/** As when another tab is opened before it, or closed. */
async function becomes(page: Page, visibility: DocumentVisibilityState): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visibility);
}
