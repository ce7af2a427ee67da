import { Locator, Page } from '@playwright/test';

/** How a button is pressed. */
export const WAYS = ['touch', 'mouse', 'Enter'] as const;
export type Way = (typeof WAYS)[number];

/** Milliseconds between two presses, and milliseconds by which an answer of the API is delayed. */
export const GAPS = [0, 30, 80, 120, 160, 300, 600] as const;
export const LATENCIES = [0, 100, 400] as const;

/** One way to press twice. */
export interface Cell {
  readonly way: Way;
  readonly gap: number;
  readonly latency: number;
}

/** Every way, at every gap and latency. */
export const ALL_CELLS: readonly Cell[] = WAYS.flatMap((way) =>
  GAPS.flatMap((gap) => LATENCIES.map((latency) => ({ way, gap, latency }))),
);

/** One combination for each button: ways, gaps and latencies take turns, so that all buttons together cover all of them. */
export function cellFor(place: number): Cell {
  return {
    way: WAYS[place % WAYS.length] ?? 'touch',
    gap: GAPS[(place * 3) % GAPS.length] ?? 0,
    latency: LATENCIES[(place + Math.floor(place / WAYS.length)) % LATENCIES.length] ?? 0,
  };
}

/**
 * Presses twice, `gap` apart; the second press goes to the same point of the screen, whatever is there by then. Waits
 * first until the target takes presses, which a dialog that has just opened does not.
 */
export async function pressTwice(page: Page, target: Locator, { way, gap }: Cell): Promise<void> {
  await target.click({ trial: true });
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to press.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  if (way === 'Enter') await target.focus();
  const press = async (): Promise<void> => {
    if (way === 'touch') await page.touchscreen.tap(x, y);
    else if (way === 'mouse') await page.mouse.click(x, y);
    else await page.keyboard.press('Enter');
  };
  const first = press();
  if (gap > 0) await new Promise((due) => setTimeout(due, gap));
  await Promise.all([first, press()]);
}

/** Delays every answer of the API and records the calls that write. Returns those so far: "POST /api/…". */
export async function watchWrites(page: Page, latency: number): Promise<string[]> {
  const writes: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (request.method() !== 'GET' && path.startsWith('/api/')) writes.push(`${request.method()} ${path}`);
  });
  if (latency > 0) {
    await page.route('**/api/**', async (route) => {
      await new Promise((due) => setTimeout(due, latency));
      await route.fallback();
    });
  }
  return writes;
}
