import { expect, Page } from '@playwright/test';

/** The part of a show's page in the admin area that keeps seats from sale. */
export class SeatBlocksPanel {
  constructor(private readonly page: Page) {}

  /** Ticks seats of the first row, by their labels. */
  async choose(...labels: readonly string[]): Promise<void> {
    const panel = this.page.locator('mx-seat-blocks');
    if (!(await panel.getByLabel('Why').isVisible())) await panel.locator('summary').click();
    for (const label of labels) await panel.getByRole('checkbox', { name: label }).check();
  }

  /** Blocks what is ticked. `reason`: as the page says it. */
  async block(reason: string, words: string): Promise<void> {
    await this.page.getByLabel('Why').selectOption(reason);
    await this.page.getByLabel('In your words').fill(words);
    await this.press(/^Block \d/);
  }

  async release(): Promise<void> {
    await this.press(/^Release \d/);
  }

  /** A button that writes does nothing for a moment after the last write. */
  private async press(name: RegExp): Promise<void> {
    const button = this.page.getByRole('button', { name });
    await expect(button).toBeEnabled();
    await button.click();
  }
}
