import { expect, Locator, Page } from '@playwright/test';
import { ADMIN } from '../support/admin-account';

/** The admin area: signing in, a new show, one show with its bookings, and the bookings of all shows. */
export class AdminPages {
  constructor(readonly page: Page) {}

  async signIn({ email, password }: Readonly<{ email: string; password: string }> = ADMIN): Promise<void> {
    await this.page.goto('/admin');
    const main = this.page.getByRole('main');
    await main.getByLabel('E-mail').fill(email);
    await main.getByLabel('Password', { exact: true }).fill(password);
    await main.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Shows' })).toBeVisible();
  }

  /** Opens the form of a new show and fills in what it is called and when it starts. */
  async begin(title: string): Promise<void> {
    await this.page.getByRole('link', { name: 'New show' }).first().click();
    await this.page.getByLabel('Title').fill(title);
    await this.page.getByLabel('Date and time').fill('2031-05-17T19:30');
  }

  /** Fills the form of a new show as far as the preview. */
  async plan(title: string, rows: number, seatsPerRow: number): Promise<void> {
    await this.begin(title);
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

  /** Moves the show that is open to another venue. */
  async moveTo(venue: string): Promise<void> {
    await this.page.getByRole('link', { name: 'Edit show' }).click();
    await this.page.getByLabel('Venue', { exact: false }).first().fill(venue);
    await this.page.getByRole('button', { name: 'Save' }).click();
    await expect(this.page.getByText('The show is changed.')).toBeVisible();
  }

  bookings(): Locator {
    return this.page.getByRole('table', { name: 'Bookings' });
  }

  /** Looks for bookings on the page of all of them. */
  async findBookings(query: string): Promise<void> {
    await this.page.getByLabel('Code, name or e-mail').fill(query);
    await expect(this.page).toHaveURL((url) => url.searchParams.get('q') === query);
    await expect(this.page.getByRole('region', { name: 'Bookings that fit' })).toHaveAttribute('aria-busy', 'false');
  }

  foundBookings(): Locator {
    return this.page.locator('mx-found-booking');
  }

  /** Cancels one seat of the booking that is open. */
  async cancelSeat(seat: string, reason: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel some seats' }).click();
    await this.page.getByRole('checkbox', { name: seat }).check();
    await this.page.getByRole('button', { name: 'Cancel 1 seat' }).click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('button', { name: 'Cancel the seat' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Cancels a show that has bookings, and confirms that it is understood what becomes of them. */
  async cancelShow(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Cancel show' }).click();
    const dialog = this.page.getByRole('alertdialog');
    await dialog.getByRole('textbox').fill(reason);
    await dialog.getByRole('checkbox').check();
    await dialog.locator('.confirm').click();
    await expect(dialog).toBeHidden();
  }
}
