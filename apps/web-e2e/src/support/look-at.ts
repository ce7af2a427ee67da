import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';
import { shotPath } from './shots';

/** Checks a screen: axe finds nothing, nothing is wider than the window; keeps a picture. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const report = await new AxeBuilder({ page }).analyze();
  const found = report.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.target).join(' ')}`);
  expect(found).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.screenshot({ path: shotPath(name), fullPage: true });
}
