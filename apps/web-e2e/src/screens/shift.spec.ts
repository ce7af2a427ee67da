import { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';

/** How far elements that are already painted may jump while a page loads. */
const MOST_SHIFT = 0.02;

/** A phone of some years ago on a poor line. */
async function slowPhone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: 200_000,
    uploadThroughput: 90_000,
  });
}

/** The sum of all shifts since the page was asked for, with what moved. */
async function shifts(page: Page): Promise<{ readonly sum: number; readonly moved: readonly string[] }> {
  return page.evaluate(() => (globalThis as unknown as { shifted: { sum: number; moved: string[] } }).shifted);
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      readonly value: number;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const shifted = { sum: 0, moved: [] as string[] };
    Object.assign(globalThis, { shifted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        shifted.sum += entry.value;
        const names = entry.sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 80) : node?.nodeName,
        );
        shifted.moved.push(`${entry.value.toFixed(3)} ${names.join(' | ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

test('nothing jumps while list and show load on a slow phone', async ({ page, boxOffice }) => {
  const show = await boxOffice.putOn({
    title: 'Stands Still',
    venue: 'Kursaal',
    description: 'A play.',
    rows: 8,
    seatsPerRow: 10,
  });
  await slowPhone(page);
  await watchShifts(page);
  for (const [path, ready] of [
    ['/', 'mx-show-card'],
    [`/shows/${show.id}`, '[role="grid"]'],
  ] as const) {
    await page.goto(path);
    await page.locator(ready).first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { sum, moved } = await shifts(page);
    expect(sum, moved.join('\n')).toBeLessThanOrEqual(MOST_SHIFT);
  }
});
