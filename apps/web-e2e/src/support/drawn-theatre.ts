import { expect } from '@playwright/test';
import { BoxOffice, MadeShow } from './box-office';

/** What the categories of the drawn theatre cost, in cents. */
export interface TheatrePrices {
  readonly front: number;
  readonly back: number;
  readonly floor: number;
}

const USUAL: TheatrePrices = { front: 4_500, back: 3_000, floor: 2_000 };
const ROWS = ['A', 'B', 'C', 'D'];

/** Stalls of four rows with ten seats, a gallery of one row, and a floor where twenty stand, as a table. */
function table(): string {
  const seat = (section: string, row: string, at: number, y: number) =>
    `${section},${row},${at + 1},${section === 'Stalls' && row < 'C' ? 'Front' : 'Back'},${at * 55},${y},`;
  const ten = Array.from({ length: 10 }, (_, at) => at);
  return [
    'section,row,seat,category,x,y,attributes',
    ...ROWS.flatMap((row, depth) => ten.map((at) => seat('Stalls', row, at, 400 + depth * 90))),
    ...ten.map((at) => seat('Gallery', 'A', at, 900)),
    ...Array.from({ length: 20 }, (_, at) => `Floor,,${at + 1},Floor,,,standing`),
    '',
  ].join('\n');
}

/** The theatre of the journeys: drawn once for each worker, with shows in it. */
export class DrawnTheatre {
  private planId: string | undefined;
  private categories: Readonly<Record<string, string>> = {};

  constructor(private readonly boxOffice: BoxOffice) {}

  /**
   * A show that costs something: an adult the full price, a child half of it with proof; a fee for each seat, 7 % tax.
   * `when`: as the API is told it.
   */
  async putOn(title: string, when: object = {}): Promise<MadeShow> {
    const planId = await this.draw();
    return this.boxOffice.create({ title, planId, prices: this.pricesOf(USUAL), ...when });
  }

  /** Other prices for a show that is on sale already. */
  async reprice(show: MadeShow, prices: TheatrePrices): Promise<void> {
    await this.boxOffice.change(show, { prices: this.pricesOf(prices) });
  }

  private pricesOf({ front, back, floor }: TheatrePrices): object {
    const amounts = { Front: front, Back: back, Floor: floor };
    return {
      currency: 'EUR',
      categories: Object.entries(amounts).map(([name, amount]) => ({ category: this.categories[name], amount })),
      ticketTypes: [
        { key: 'adult', name: 'Adult', percent: 10_000, prices: [], proof: false },
        { key: 'child', name: 'Child', percent: 5_000, prices: [], proof: true },
      ],
      fees: [{ key: 'service', name: 'Service', per: 'seat', kind: 'fixed', value: 150 }],
      tax: { name: 'VAT', percent: 700, included: true },
    };
  }

  private async draw(): Promise<string> {
    if (this.planId === undefined) {
      const { planId, layout } = await this.boxOffice.drawPlan('Drawn theatre', table());
      this.categories = Object.fromEntries(layout.categories.map(({ name, key }) => [name, key]));
      expect(Object.keys(this.categories).sort()).toEqual(['Back', 'Floor', 'Front']);
      this.planId = planId;
    }
    return this.planId;
  }
}
