import { ComponentHarness, TestElement, TestKey } from '@angular/cdk/testing';
import { SeatMark } from '@modex/web-ui';

/** Drives a seat map as a person would: by the labels of its seats and the keyboard. */
export class SeatMapHarness extends ComponentHarness {
  static readonly hostSelector = 'mx-seat-map';

  private readonly seats = this.locatorForAll('[role=gridcell]');
  private readonly tabStop = this.locatorFor('[role=gridcell][tabindex="0"]');
  private readonly news = this.locatorFor('[role=status]');

  /** The labels of all seats in reading order, e.g. "Row C, seat 12, free". */
  async labels(): Promise<readonly string[]> {
    return Promise.all((await this.seats()).map(labelOf));
  }

  /** The labels of the seats that carry a mark. */
  async labelsMarked(mark: SeatMark): Promise<readonly string[]> {
    return Promise.all((await this.locatorForAll(`[data-mark=${mark}]`)()).map(labelOf));
  }

  /** Presses the seat whose label begins with `name`, e.g. "Row C, seat 12". Throws when there is none. */
  async toggle(name: string): Promise<void> {
    for (const seat of await this.seats()) {
      if ((await labelOf(seat)).startsWith(`${name},`)) return seat.click();
    }
    throw new Error(`No seat is called "${name}".`);
  }

  /** Sends a key to the seat that has the tab stop. */
  async press(key: TestKey | ' '): Promise<void> {
    await (await this.tabStop()).sendKeys(key);
  }

  /** The label of the one seat that the tab key reaches. */
  async tabStopLabel(): Promise<string> {
    return labelOf(await this.tabStop());
  }

  /** What the map last announced. */
  async announcement(): Promise<string> {
    return (await this.news()).text();
  }
}

async function labelOf(seat: TestElement): Promise<string> {
  return (await seat.getAttribute('aria-label')) ?? '';
}
