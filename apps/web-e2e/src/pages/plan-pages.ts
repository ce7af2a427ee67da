import { expect, Locator, Page } from '@playwright/test';

/** The seating plans in the admin area: the list, a new plan, the editor. */
export class PlanPages {
  constructor(readonly page: Page) {}

  async openList(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Seating plans' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: 'Seating plans' })).toBeVisible();
  }

  /** Makes a plan and opens it in the editor. */
  async create(name: string, template = 'Empty'): Promise<void> {
    await this.page.getByRole('link', { name: 'New plan' }).first().click();
    await this.page.getByRole('radio', { name: template }).check();
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByRole('button', { name: 'Create the plan' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  plan(): Locator {
    return this.page.getByRole('application');
  }

  async take(tool: string): Promise<void> {
    await this.page.getByRole('group', { name: 'Tools' }).getByRole('button', { name: tool, exact: true }).click();
  }

  /** Enters a value; `part` is the heading of the part of the panels, where several have such a field. */
  async enter(label: string, value: string | number, part?: string): Promise<void> {
    const within = part === undefined ? this.page.locator('.panels') : this.page.getByRole('group', { name: part });
    const field = within.locator('input').and(this.page.getByLabel(label, { exact: true }));
    await field.fill(String(value));
    await field.press('Tab');
  }

  /** Presses the plan at a part of its width and height. */
  async pressAt(x: number, y: number): Promise<void> {
    const { width, height } = (await this.plan().boundingBox()) ?? { width: 0, height: 0 };
    await this.plan().click({ position: { x: width * x, y: height * y } });
  }

  async open(panel: string): Promise<void> {
    const details = this.page.locator('details', { has: this.page.locator('summary', { hasText: panel }) });
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click();
  }

  async saved(): Promise<void> {
    await expect(this.page.locator('.state')).toHaveText('Saved');
  }

  facts(): Locator {
    return this.page.locator('.facts');
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Publish the plan' }).click();
    await expect(this.page.getByText('Version 1 is published')).toBeVisible();
  }
}
