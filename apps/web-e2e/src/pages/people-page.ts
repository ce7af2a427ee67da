import { expect, Locator, Page } from '@playwright/test';

/** The admins: letting one in, and taking one out. */
export class PeoplePage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'People' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  }

  async fill(name: string, email: string): Promise<void> {
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('E-mail').fill(email);
  }

  /** Lets somebody in. @returns the first password */
  async add(name: string, email: string): Promise<string> {
    await this.fill(name, email);
    await this.page.getByRole('button', { name: 'Add the admin' }).click();
    await expect(this.page.getByRole('heading', { name: `The password of ${name}` })).toBeFocused();
    return this.page.getByRole('main').locator('code').innerText();
  }

  entry(email: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: email });
  }

  async remove({ name, email }: Readonly<{ name: string; email: string }>): Promise<void> {
    await this.page.getByRole('button', { name: `Remove ${name}, ${email}`, exact: true }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Remove the admin' }).click();
    await expect(this.page.getByText('is no longer an admin')).toBeVisible();
  }
}
