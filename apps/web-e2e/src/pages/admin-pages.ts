import { expect, Locator, Page } from '@playwright/test';
import { ADMIN } from '../support/admin-account';

/** The office: signing in, a new show, and one show with its bookings. */
export class AdminPages {
  constructor(private readonly page: Page) {}

  async signIn(): Promise<void> {
    await this.page.goto('/admin');
    const main = this.page.getByRole('main');
    await main.getByLabel('E-mail').fill(ADMIN.email);
    await main.getByLabel('Password', { exact: true }).fill(ADMIN.password);
    await main.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Shows' })).toBeVisible();
  }

  /** Fills the form of a new show as far as the preview. */
  async plan(title: string, rows: number, seatsPerRow: number): Promise<void> {
    await this.page.getByRole('link', { name: 'New show' }).first().click();
    await this.page.getByLabel('Title').fill(title);
    await this.page.getByLabel('Date and time').fill('2031-05-17T19:30');
    await this.page.getByLabel('Rows', { exact: true }).fill(String(rows));
    await this.page.getByLabel('Seats in each row').fill(String(seatsPerRow));
  }

  preview(): Locator {
    return this.page.getByRole('region', { name: 'Preview' });
  }

  async saveDraft(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save as draft' }).click();
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish', exact: true }).click();
  }

  bookings(): Locator {
    return this.page.getByRole('table', { name: 'Bookings' });
  }

  /** Cancels a show that has bookings, and confirms that it is understood what becomes of them. */
  async cancelShow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel show' }).click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('checkbox').check();
    await dialog.locator('.confirm').click();
    await expect(dialog).toBeHidden();
  }
}
