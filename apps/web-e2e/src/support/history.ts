import { Page } from '@playwright/test';

/**
 * One entry back, as the page itself would go: behind whatever it has just pushed. The tool's own way asks the browser
 * where it is, which may not have heard of that yet.
 */
export async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => history.back());
}

/** One entry forward. */
export async function goForward(page: Page): Promise<void> {
  await page.evaluate(() => history.forward());
}
