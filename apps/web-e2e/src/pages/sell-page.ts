import { expect, Page } from '@playwright/test';

/** The page of the admin area that sells seats of a show at the counter. */
export class SellPage {
  constructor(readonly page: Page) {}

  async open(showId: string): Promise<void> {
    await this.page.goto(`/admin/shows/${showId}/sell`);
    await this.arrived();
  }

  async arrived(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: /^Sell: / })).toBeVisible();
    await expect(this.page.getByRole('grid')).toBeVisible();
  }

  /** Chooses free seats on the map. */
  async choose(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.page.getByRole('gridcell', { name: new RegExp(`^${name},.* free$`) }).click();
      await expect(this.page.getByRole('button', { name: `Do not book ${name}`, exact: true })).toBeVisible();
    }
  }

  async type(name: string, words: string): Promise<void> {
    await this.page.getByRole('combobox', { name: `Ticket for ${name}` }).selectOption({ label: words });
  }

  /** Sells what is chosen; without an e-mail there is none. */
  async sell(count: number, name: string, email = ''): Promise<void> {
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByRole('button', { name: count === 1 ? 'Book 1 seat' : `Book ${count} seats` }).click();
    await expect(this.page.getByText('Booked', { exact: true })).toBeVisible();
  }
}
