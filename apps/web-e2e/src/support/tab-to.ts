import { expect, Locator, Page } from '@playwright/test';

/** More stops than any of our pages has. */
const STOPS = 60;

/**
 * Presses Tab until the focus is there, and waits until a button can be pressed: one that writes does nothing for a moment
 * after the last write.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS; stop++) {
    const [isThere, isButton] = await target.evaluate((element) => [
      element === document.activeElement,
      element instanceof HTMLButtonElement,
    ]);
    if (isThere && isButton) await expect(target).toBeEnabled();
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${STOPS} presses of Tab did not lead there.`);
}
