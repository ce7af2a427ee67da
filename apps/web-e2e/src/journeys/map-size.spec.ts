import { CDPSession, Page } from '@playwright/test';
import { Show } from '../support/box-office';
import { expect, test } from '../support/fixtures';

/** More elements than this no page has, whatever it shows. */
const MOST_NODES = 800;
/** A phone of some years ago, compared with the machine of a developer. */
const SLOWER = 4;

/** Counts, in the page, what each frame takes of its main thread, and when the first seat was seen. */
function watchFrames(): void {
  const told = { work: [] as number[], firstSeat: 0 };
  Object.assign(globalThis, { told });
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) =>
    ask((time) => {
      const begun = performance.now();
      callback(time);
      told.work.push(performance.now() - begun);
    });
  const look = (): void => {
    const [seat, canvas] = [document.querySelector('[role=gridcell]'), document.querySelector('mx-seat-map canvas')];
    if (seat && canvas instanceof HTMLCanvasElement && canvas.width > 0) {
      const [box, picture] = [seat.getBoundingClientRect(), canvas.getBoundingClientRect()];
      const scale = canvas.width / picture.width;
      const [x, y] = [box.x + box.width / 2 - picture.x, box.y + box.height / 2 - picture.y].map((at) => at * scale);
      const context = canvas.getContext('2d');
      const at = context?.getImageData(x ?? 0, y ?? 0, 1, 1).data.join();
      const ground = context?.getImageData(1, canvas.height - 1, 1, 1).data.join();
      if (at !== ground && !at?.startsWith('0,0,0')) told.firstSeat = performance.now();
    }
    if (told.firstSeat === 0) ask(look);
  };
  ask(look);
}

const told = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { told: { work: number[]; firstSeat: number } }).told);

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10;
}

test('a show of 100,000 seats is a page of a few hundred elements, near and far, also as a list', async ({
  page,
  boxOffice,
  show,
}) => {
  const played = await boxOffice.putOn({ title: 'The Whole Town', rows: 250, seatsPerRow: 400 });
  await show.open(played.id);
  const nodes = (): Promise<number> => page.locator('*').count();
  expect(await nodes()).toBeLessThanOrEqual(MOST_NODES);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'List of seats' }).click();
  await page.getByRole('button', { name: 'Row X', exact: false }).first().click();
  await expect(page.getByRole('checkbox', { name: 'Row X, seat 60, free' })).toBeVisible();
  expect(await nodes()).toBeLessThanOrEqual(MOST_NODES);
});

test.describe('how long it takes', { tag: '@walk' }, () => {
  for (const [rows, seatsPerRow] of [
    [40, 50],
    [100, 200],
    [250, 400],
  ] as const) {
    test(`with ${rows * seatsPerRow} seats`, async ({ page, context, boxOffice }) => {
      const played = await boxOffice.putOn({ title: `Measured ${rows}`, rows, seatsPerRow });
      const empty = await context.newPage();
      await empty.goto('about:blank');
      await empty.addScriptTag({
        content: `(${watchFrames.toString()})(); (function go() { requestAnimationFrame(go); })();`,
      });
      await page.bringToFront();
      const browser = await context.newCDPSession(page);
      await page.addInitScript(watchFrames);
      await browser.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      const opened = await opening(page, played);
      const moving = await frames(page, browser);
      const tap = await tapping(page);
      const nodes = await page.locator('*').count();
      console.log(JSON.stringify({ seats: rows * seatsPerRow, nodes, firstSeatMs: opened, ...moving, tapMs: tap }));
    });
  }
});

async function opening(page: Page, { id }: Show): Promise<number> {
  await page.goto(`/shows/${id}`);
  await expect.poll(async () => (await told(page)).firstSeat).toBeGreaterThan(0);
  return Math.round((await told(page)).firstSeat);
}

/** Zooms in and out and pans, with the wheel; what the frames of it took, in milliseconds of the throttled page. */
async function frames(page: Page, browser: CDPSession): Promise<Record<string, number>> {
  const box = await page.locator('mx-seat-map').boundingBox();
  if (!box) throw new Error('There is no map.');
  const [x, y] = [box.x + box.width / 2, Math.min(box.y + box.height / 2, 600)];
  await page.mouse.move(x, y);
  const turn = (deltaX: number, deltaY: number, modifiers = 0) =>
    browser.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX, deltaY, modifiers });
  const CONTROL = 2;
  const before = (await told(page)).work.length;
  for (let step = 0; step < 14; step++) await turn(0, -120, CONTROL);
  await page.waitForTimeout(1500);
  for (let step = 0; step < 40; step++) await turn(90, step % 2 ? 60 : -20);
  await page.waitForTimeout(1500);
  for (let step = 0; step < 10; step++) await turn(0, 120, CONTROL);
  await page.waitForTimeout(2000);
  const work = (await told(page)).work.slice(before);
  return { frames: work.length, p50: percentile(work, 0.5), p95: percentile(work, 0.95), most: percentile(work, 1) };
}

/** From a press on a free seat until the picture shows it as chosen, in milliseconds. */
async function tapping(page: Page): Promise<number> {
  const reset = page.getByRole('button', { name: 'Show all seats' });
  if (await reset.isEnabled()) await reset.click();
  await page.waitForTimeout(1500);
  return page.evaluate(async () => {
    const seat = document.querySelector('[role=gridcell][data-mark=free]') as HTMLElement;
    const canvas = document.querySelector('mx-seat-map canvas') as HTMLCanvasElement;
    const [box, picture] = [seat.getBoundingClientRect(), canvas.getBoundingClientRect()];
    const scale = canvas.width / picture.width;
    const [x = 0, y = 0] = [box.x + box.width / 2 - picture.x, box.y + box.height / 2 - picture.y].map(
      (at) => at * scale,
    );
    const pixels = (): string =>
      canvas
        .getContext('2d')
        ?.getImageData(x - 4, y - 4, 8, 8)
        .data.join() ?? '';
    const before = pixels();
    const begun = performance.now();
    seat.click();
    while (pixels() === before) await new Promise((frame) => requestAnimationFrame(frame));
    return Math.round(performance.now() - begun);
  });
}
