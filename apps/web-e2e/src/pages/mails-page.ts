import { expect, Locator, Page } from '@playwright/test';

/** What customers were written. */
export class MailsPage {
  constructor(readonly page: Page) {}

  /** Opens the mails about a booking; they come a moment after it. */
  async open(bookingId: string): Promise<void> {
    await this.page.goto(`/admin/mails?bookingId=${bookingId}`);
    await expect(this.page.getByRole('heading', { level: 1, name: 'Mail' })).toBeVisible();
  }

  /** The first mail of the list, which is the latest. */
  latest(): Locator {
    return this.page.getByRole('article').first();
  }

  /** Waits until this has become of the latest mail. */
  async becomes(state: string): Promise<void> {
    await expect(this.latest().locator('mx-status-chip')).toHaveText(state);
  }

  /** What the latest mail says. */
  async words(): Promise<string> {
    await this.latest().getByText('What it says').click();
    return this.latest().locator('pre').innerText();
  }
}
