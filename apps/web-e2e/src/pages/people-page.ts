import { expect, Locator, Page } from '@playwright/test';

/** Who works here: letting somebody in, and taking a role away. */
export class PeoplePage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'People' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  }

  async fill(email: string, role: string): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByRole('radio', { name: role }).check();
  }

  /** Invites somebody. @returns the link */
  async invite(email: string, role: string): Promise<string> {
    await this.fill(email, role);
    await this.page.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: `The invitation of ${email}` })).toBeFocused();
    return this.page.getByRole('main').locator('code').innerText();
  }

  entry(email: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: email });
  }

  async remove({ name, email }: Readonly<{ name: string; email: string }>): Promise<void> {
    await this.page.getByRole('button', { name: `Remove ${name}, ${email}`, exact: true }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Take the role away' }).click();
    await expect(this.page.getByText('works here no more.')).toBeVisible();
  }
}
