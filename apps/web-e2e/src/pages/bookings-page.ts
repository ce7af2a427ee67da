import { Locator, Page } from '@playwright/test';

/** My bookings. */
export class BookingsPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/bookings');
  }

  /** The tickets of a show. */
  ticketsOf(title: string): Locator {
    return this.page.locator('mx-ticket').filter({ hasText: title });
  }

  /** Cancels the booking for a show and confirms it. */
  async cancel(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `Cancel booking for ${title}` }).click();
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Give the seats? back$/ })
      .click();
  }
}
