import { expect, Locator, Page } from '@playwright/test';

/** The page after a booking. */
export class TicketPage {
  readonly ticket: Locator;

  constructor(private readonly page: Page) {
    this.ticket = page.getByRole('article', { name: 'Your ticket' });
  }

  /** Waits for the ticket and returns the booking's code. */
  async arrived(): Promise<string> {
    await expect(this.page).toHaveURL(/\/booked\/[0-9a-f]{24}$/);
    await expect(this.ticket).toBeVisible();
    return (await this.ticket.locator('code').textContent()) ?? '';
  }
}
