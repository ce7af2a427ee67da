import { expect, test } from '../support/fixtures';

/** Unpacked; about a quarter of it travels. */
const MOST_BYTES = 540_000;

test('a first visit fetches no more scripts than its budget, and those of the app and the page all at once', async ({
  page,
}) => {
  const sizes: Promise<number>[] = [];
  page.on('response', (answer) => {
    if (answer.url().endsWith('.js')) sizes.push(answer.body().then((body) => body.length));
  });
  await page.goto('/');
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(MOST_BYTES);
  for (const name of ['start', 'shows-page']) {
    expect(await page.locator(`link[rel="modulepreload"][href^="${name}-"]`).count()).toBe(1);
  }
});
