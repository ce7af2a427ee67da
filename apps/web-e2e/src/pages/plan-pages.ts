import { expect, Locator, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drawing as the API has it; only what the journeys look at. */
interface Drawing {
  readonly categories: readonly { readonly name: string }[];
  readonly decorations: readonly { readonly rotation: number; readonly points?: readonly Point[] }[];
  readonly sections: readonly {
    readonly name: string;
    readonly rows?: readonly {
      readonly label: string;
      readonly places: readonly { readonly label: string; readonly restrictedView?: true }[];
    }[];
  }[];
}

/** What of an empty plan is seen at first, and how much is free round it: units, and CSS pixels. */
const [WIDE, DEEP, MARGIN] = [2_000, 1_600, 36];

/** A place on the plan, as parts of its width and height. */
interface Point {
  readonly x: number;
  readonly y: number;
}

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
    await this.fill(within, label, value);
  }

  /** Says what the tool in hand adds. */
  async wish(label: string, value: string | number): Promise<void> {
    await this.fill(this.page.locator('mx-add-panel'), label, value);
  }

  private async fill(within: Locator, label: string, value: string | number): Promise<void> {
    const field = within.locator('input').and(this.page.getByLabel(label, { exact: true }));
    await field.fill(String(value));
    await field.press('Tab');
  }

  /** Drags on the plan, from one of its points to another; each is a part of its width and height. Waits until it stands still. */
  async drag(from: Point, to: Point): Promise<void> {
    await this.hoverAt(from);
    await this.page.mouse.down();
    await this.hoverAt(to);
    await this.page.mouse.up();
  }

  private async hoverAt(point: Point): Promise<void> {
    await this.plan().hover({ position: await this.positionOf(point) });
  }

  private async positionOf({ x, y }: Point): Promise<Point> {
    const { width, height } = (await this.plan().boundingBox()) ?? { width: 0, height: 0 };
    return { x: width * x, y: height * y };
  }

  /** Presses the plan at a part of its width and height. */
  async pressAt(x: number, y: number): Promise<void> {
    await this.plan().click({ position: await this.positionOf({ x, y }) });
  }

  /** Where a point of a plan is on the screen, as long as its first view is seen; it was empty then. */
  async onScreen(x: number, y: number): Promise<Point> {
    await this.plan().scrollIntoViewIfNeeded();
    const box = (await this.plan().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const scale = Math.min((box.width - 2 * MARGIN) / WIDE, (box.height - 2 * MARGIN) / DEEP);
    return {
      x: box.x + box.width / 2 + (x - WIDE / 2) * scale,
      y: box.y + box.height / 2 + (y - DEEP / 2) * scale,
    };
  }

  /** Presses the plan at a point of it. */
  async pressPlan(x: number, y: number): Promise<void> {
    const at = await this.onScreen(x, y);
    await this.page.mouse.click(at.x, at.y);
  }

  /** Drags with the tool Select from one point of the plan to another one. */
  async dragPlan(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    await this.take('Select');
    const [one, other] = [await this.onScreen(...from), await this.onScreen(...to)];
    await this.page.mouse.move(one.x, one.y);
    await this.page.mouse.down();
    await this.page.mouse.move(other.x, other.y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** The draft as it is stored. */
  async drawing(): Promise<Drawing> {
    const planId = new URL(this.page.url()).pathname.split('/').at(-1);
    const answer = await this.page.request.get(`/api/admin/plans/${planId}/draft`);
    return ((await answer.json()) as { drawing: Drawing }).drawing;
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
