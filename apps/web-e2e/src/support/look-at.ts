import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';
import { shotPath } from './shots';

/** Waits until nothing is being fetched, and nothing fades in or out. */
async function isStill(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() => {
    const fading = document
      .getAnimations()
      .filter((animation) => animation.effect?.getTiming().iterations !== Infinity);
    return Promise.allSettled(fading.map(({ finished }) => finished));
  });
}

/** Checks a screen: axe finds nothing, nothing is wider than the window; keeps a picture. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await isStill(page);
  const report = await new AxeBuilder({ page }).analyze();
  const found = report.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`);
  expect(found).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.screenshot({ path: shotPath(name), fullPage: true });
}
