import { expect, Locator, Page } from '@playwright/test';

/** How a seat is called: `place('C', 12)` is "Row C, seat 12". */
export function place(row: string, seat: number): string {
  return `Row ${row}, seat ${seat}`;
}

/** A show with its seat map, the choice, and the way to a booking. */
export class ShowPage {
  readonly map: Locator;
  readonly panel: Locator;
  /** How long the seats are kept. */
  readonly clock: Locator;
  /** Where the API is asked for the best seats. */
  readonly best: Locator;

  constructor(readonly page: Page) {
    this.map = page.getByRole('grid');
    this.panel = page.locator('mx-choice-panel');
    this.clock = this.panel.getByRole('timer');
    this.best = page.locator('mx-best-seats');
  }

  async open(showId: string): Promise<void> {
    await this.page.goto(`/shows/${showId}`);
    await expect(this.map).toBeVisible();
  }

  seat(name: string, mark: 'free' | 'chosen' | 'taken' | 'just taken by someone else'): Locator {
    return this.page.getByRole('gridcell', { name: `${name}, ${mark}`, exact: true });
  }

  async choose(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.seat(name, 'free').click();
      await expect(this.seat(name, 'chosen')).toHaveCount(1);
    }
  }

  /** Chooses seats, and waits until they are kept. */
  async keep(...names: readonly string[]): Promise<void> {
    await this.choose(...names);
    await this.areKept();
  }

  /** Waits until exactly the chosen seats are kept. */
  async areKept(): Promise<void> {
    await expect(this.panel.getByRole('region')).not.toHaveAttribute('aria-busy');
    await expect(this.clock).toBeVisible();
  }

  /** The button of the best seats with this name. */
  bestButton(name: 'One seat fewer' | 'One seat more' | 'Choose the best for me'): Locator {
    return this.best.getByRole('button', { name });
  }

  /** Waits until these seats, and no others, are chosen and kept. */
  async haveKept(...names: readonly string[]): Promise<void> {
    await expect(this.map.locator('[data-mark=chosen]')).toHaveCount(names.length);
    for (const name of names) await expect(this.seat(name, 'chosen')).toHaveCount(1);
    await this.areKept();
  }

  /** Presses the button that books `count` seats. */
  async book(count: number): Promise<void> {
    await this.panel.getByRole('button', { name: count === 1 ? 'Book 1 seat' : `Book ${count} seats` }).click();
  }

  chip(name: string): Locator {
    return this.panel.getByRole('button', { name: `Give back ${name}` });
  }

  /** The choice of the ticket type for a seat. */
  ticket(name: string): Locator {
    return this.panel.getByRole('combobox', { name: `Ticket for ${name}` });
  }

  /** Shows the lines of the chosen seats, where a phone folds them. */
  async unfoldPrices(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Tickets and prices' }).click();
  }

  /** The button that books; its words have the total. */
  bookAt(words: string): Locator {
    return this.panel.getByRole('button', { name: words, exact: true });
  }

  /** Fills the dialog that asks who the seats are for. */
  async continueAsGuest(name: string, email: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'As a guest' }).check();
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByRole('button', { name: / as guest$/ }).click();
    await expect(dialog).toBeHidden();
  }
}
