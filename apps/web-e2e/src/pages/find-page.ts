import { Page } from '@playwright/test';

/** The way to a booking by its code. */
export class FindPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/bookings/find');
  }

  async find(code: string, email: string): Promise<void> {
    const main = this.page.getByRole('main');
    await main.getByLabel('Booking code').fill(code);
    await main.getByLabel('E-mail').fill(email);
    await main.getByRole('button', { name: 'Find the booking' }).click();
  }
}
