import { Page } from '@playwright/test';

/**
 * Goes one entry back, as the page itself would, also from an entry that it has just pushed. Playwright's own `goBack`
 * asks the browser where it is, and the browser may not know of that entry yet.
 */
export async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()));
}

/** One entry forward. */
export async function goForward(page: Page): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.forward()));
}
