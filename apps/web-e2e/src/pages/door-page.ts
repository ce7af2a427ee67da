import { expect, Locator, Page } from '@playwright/test';

/** The door of a show. */
export class DoorPage {
  /** What it says about the last ticket. */
  readonly answer: Locator;

  constructor(readonly page: Page) {
    this.answer = page.locator('mx-door-answer');
  }

  async open(showId: string): Promise<void> {
    await this.page.goto(`/admin/shows/${showId}/door`);
    await expect(this.page.getByRole('heading', { name: /^Door/ })).toBeVisible();
  }

  async call(name: string): Promise<void> {
    await this.page.getByLabel('Name of this door').fill(name);
    await this.page.getByLabel('Name of this door').press('Enter');
  }

  /** As a scanner does that is a keyboard. */
  async type(code: string): Promise<void> {
    const field = this.page.getByLabel('Code, name or seat');
    await field.fill(code);
    await field.press('Enter');
  }

  async search(words: string): Promise<void> {
    await this.page.getByLabel('Code, name or seat').fill(words);
  }

  async counts(admitted: number, sold: number): Promise<void> {
    await expect(this.page.getByText(`${admitted} of ${sold} in`)).toBeVisible();
  }

  ticket(seat: string): Locator {
    return this.page.locator('mx-ticket-list').getByRole('listitem').filter({ hasText: seat });
  }
}
