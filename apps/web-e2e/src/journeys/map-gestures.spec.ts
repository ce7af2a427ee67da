import { CDPSession, Page } from '@playwright/test';
import { place, ShowPage } from '../pages/show-page';
import { expect, test } from '../support/fixtures';

const PHONE = { width: 360, height: 740 };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Touches the screen, by events of the browser. */
class Fingers {
  constructor(private readonly browser: CDPSession) {}

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** Two fingers around a point, from one distance to another, while their middle moves by `by`. */
  async pinch(middle: Point, from: number, to: number, by: Point = { x: 0, y: 0 }): Promise<void> {
    const at = (share: number): readonly Point[] => {
      const half = (from + (to - from) * share) / 2;
      const [x, y] = [middle.x + by.x * share, middle.y + by.y * share];
      return [-half, half].map((offset) => ({ x: x + offset, y }));
    };
    await this.send('touchStart', at(0));
    for (let step = 1; step <= 12; step++) await this.send('touchMove', at(step / 12));
    await this.send('touchEnd', []);
  }

  async swipe(from: Point, by: Point): Promise<void> {
    await this.send('touchStart', [from]);
    for (let step = 1; step <= 12; step++) {
      await this.send('touchMove', [{ x: from.x + (by.x * step) / 12, y: from.y + (by.y * step) / 12 }]);
    }
    await this.send('touchEnd', []);
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    await this.browser.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  }
}

/** Brings a seat to the middle of the screen, where no bar lies over it. */
async function toMiddle(page: Page, seat: string): Promise<void> {
  await page
    .getByRole('gridcell', { name: `${seat}, free`, exact: true })
    .evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

async function middleOf(show: ShowPage, name: string): Promise<Point> {
  const box = await show.seat(name, 'free').boundingBox();
  if (!box) throw new Error(`${name} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const scrolled = (page: Page): Promise<number> => page.evaluate(() => scrollY);

for (const { device, viewport } of [
  { device: 'a phone', viewport: PHONE },
  { device: 'a desktop', viewport: { width: 1280, height: 900 } },
]) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport, hasTouch: true });

    test('a swipe and a wheel that begin on the untouched map move the page, down and up', async ({
      page,
      boxOffice,
      show,
    }) => {
      const played = await boxOffice.putOn({
        title: `Scrolled ${device}`,
        rows: 12,
        seatsPerRow: 16,
        description: 'A long evening. '.repeat(60),
      });
      await show.open(played.id);
      const on = async (): Promise<Point> => middleOf(show, place('C', 4));
      await toMiddle(page, place('C', 4));
      const fingers = await Fingers.on(page);
      for (const by of [-120, 120]) {
        const before = await scrolled(page);
        await fingers.swipe(await on(), { x: 0, y: by });
        await expect.poll(async () => Math.sign((await scrolled(page)) - before)).toBe(-Math.sign(by));
        await expect.poll(async () => Math.abs((await scrolled(page)) - before)).toBeGreaterThan(60);
      }
      for (const by of [150, -150]) {
        await page.waitForTimeout(300);
        // A swipe may glide on by a pixel or two when it seems to stand.
        const before = await scrolled(page);
        const { x, y } = await on();
        await page.mouse.move(x, y);
        await page.mouse.wheel(0, by);
        await expect.poll(async () => Math.abs((await scrolled(page)) - before - by)).toBeLessThanOrEqual(5);
      }
    });
  });
}

test.describe('two fingers on a phone', () => {
  // As on a phone, a scrollbar takes no room: a venue only a little wider than its window can still be moved sideways.
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  for (const ratio of [1.5, 2, 3]) {
    test(`make the plan ${ratio} times as large, and smaller again, around the seat under them`, async ({
      page,
      boxOffice,
      show,
    }) => {
      const played = await boxOffice.putOn({ title: `Pinched ${ratio}`, rows: 12, seatsPerRow: 16 });
      await show.open(played.id);
      const seat = place('F', 8);
      await toMiddle(page, seat);
      const fingers = await Fingers.on(page);
      const begun = await middleOf(show, seat);
      await fingers.pinch(begun, 60, 60 * ratio);
      const large = await middleOf(show, seat);
      expect(Math.hypot(large.x - begun.x, large.y - begun.y)).toBeLessThan(3);

      await fingers.pinch(large, 60 * ratio, 60 * ratio * 0.7);
      const smaller = await middleOf(show, seat);
      expect(Math.hypot(smaller.x - large.x, smaller.y - large.y)).toBeLessThan(3);
    });
  }

  for (const seat of [place('A', 1), place('C', 6)]) {
    test(`keep ${seat} of a plan that is smaller than its window`, async ({ page, boxOffice, show }) => {
      const played = await boxOffice.putOn({ title: `Small ${seat}`, rows: 3, seatsPerRow: 6 });
      await show.open(played.id);
      await toMiddle(page, seat);
      const begun = await middleOf(show, seat);
      const fingers = await Fingers.on(page);
      await fingers.pinch(begun, 60, 90);
      const large = await middleOf(show, seat);
      expect(Math.hypot(large.x - begun.x, large.y - begun.y)).toBeLessThan(3);
      await fingers.pinch(large, 90, 70);
      const smaller = await middleOf(show, seat);
      expect(Math.hypot(smaller.x - large.x, smaller.y - large.y)).toBeLessThan(3);
    });
  }

  test('carry the seat along when they move together', async ({ page, boxOffice, show }) => {
    const played = await boxOffice.putOn({ title: 'Carried', rows: 12, seatsPerRow: 16 });
    await show.open(played.id);
    const seat = place('F', 8);
    await toMiddle(page, seat);
    const begun = await middleOf(show, seat);
    await (await Fingers.on(page)).pinch(begun, 60, 150, { x: 40, y: -30 });
    const moved = await middleOf(show, seat);
    expect(Math.hypot(moved.x - begun.x - 40, moved.y - begun.y + 30)).toBeLessThan(3);
  });
});

test('a double-click on a seat chooses it, on a chosen one gives it back', async ({ page, boxOffice, show }) => {
  const played = await boxOffice.putOn({ title: 'Twice Clicked', rows: 4, seatsPerRow: 8 });
  await show.open(played.id);
  const { x, y } = await middleOf(show, place('B', 3));
  await page.mouse.dblclick(x, y);
  await expect(show.seat(place('B', 3), 'chosen')).toHaveCount(1);
  await page.waitForTimeout(500);
  await page.mouse.dblclick(x, y);
  await expect(show.seat(place('B', 3), 'free')).toHaveCount(1);
  await page.waitForTimeout(500);
  await show.choose(place('C', 1), place('C', 4), place('C', 7));
  await show.chip(place('C', 1)).dblclick();
  await expect(page.getByRole('button', { name: /^Give back/ })).toHaveCount(2);
});

test.describe('the small picture in the corner', () => {
  test('moves the view where it is pressed, and on while it is dragged', async ({ page, boxOffice, show }) => {
    const played = await boxOffice.putOn({ title: 'Around the Corner', rows: 40, seatsPerRow: 50 });
    await show.open(played.id);
    const corner = page.locator('mx-seat-map .corner');
    await expect(corner).toBeHidden();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect(corner).toBeVisible();
    await corner.scrollIntoViewIfNeeded();
    const box = await corner.boundingBox();
    if (!box) throw new Error('There is no small picture.');
    const scrolledTo = (): Promise<readonly number[]> =>
      page
        .locator('mx-seat-map .pane')
        .evaluate((pane) => [
          pane.scrollLeft / (pane.scrollWidth - pane.clientWidth),
          pane.scrollTop / (pane.scrollHeight - pane.clientHeight),
        ]);
    await page.mouse.move(box.x + box.width - 3, box.y + box.height - 3);
    await page.mouse.down();
    await expect.poll(async () => Math.min(...(await scrolledTo()))).toBeGreaterThan(0.9);
    await page.mouse.move(box.x + 3, box.y + 3);
    await page.mouse.up();
    await expect.poll(async () => Math.max(...(await scrolledTo()))).toBeLessThan(0.1);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    expect(Math.max(...(await scrolledTo()))).toBeLessThan(0.1);
    await expect(page.getByText('Tap the seats you would like.')).toBeVisible();
  });
});

test.describe('a double tap on a phone', () => {
  test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

  test('beside the seats looks closer there, on a seat it is one press', async ({ page, boxOffice, show }) => {
    const played = await boxOffice.putOn({ title: 'Tapped Twice', rows: 3, seatsPerRow: 6 });
    await show.open(played.id);
    await toMiddle(page, place('B', 3));
    const widthOf = async (): Promise<number> => (await show.seat(place('B', 3), 'free').boundingBox())?.width ?? 0;
    const before = await widthOf();
    const last = await middleOf(show, place('C', 6));
    // As often as it takes: on a machine that is busy two taps may come too far apart to be one double tap.
    await expect(async () => {
      await Promise.all([1, 2].map(() => page.touchscreen.tap(last.x, last.y + 90)));
      expect(await widthOf()).toBeGreaterThan(before * 1.3);
    }).toPass();
    const { x, y } = await middleOf(show, place('B', 3));
    await Promise.all([1, 2].map(() => page.touchscreen.tap(x, y)));
    await expect(show.seat(place('B', 3), 'chosen')).toHaveCount(1);
    await show.areKept();
    await expect(show.seat(place('B', 3), 'chosen')).toHaveCount(1);
  });
});
