import { moneyText, Quote, ShowPrices, TicketLine } from '@modex/domain';
import { LOCALE } from '@modex/web-ui';
import { PricedCategory } from './prices-draft';
import { typePercent } from './typed-amount';

/** "€12.50". */
export function money(amount: number, currency: string): string {
  return moneyText({ amount, currency }, LOCALE);
}

/** Tells what a category is called, by its key; the one of a plain plan has no name. */
export type CategoryName = (category: string) => string;

export function categoryNames(categories: readonly PricedCategory[]): CategoryName {
  const names = new Map(categories.map(({ key, name }) => [key, name]));
  return (category) => names.get(category) ?? category;
}

/** From the lowest to the highest full price: "€25.00 to €45.00". */
export function priceRange(prices: ShowPrices | null): string {
  if (prices === null) return $localize`Free of charge`;
  const amounts = prices.categories.map(({ amount }) => amount);
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)].map((amount) => money(amount, prices.currency));
  return least === most ? `${least}` : $localize`${least}:least: to ${most}:most:`;
}

/** All that prices say, a line for each kind. */
export function priceWords(prices: ShowPrices | null, nameOf: CategoryName): string {
  if (prices === null) return $localize`Free of charge`;
  const { currency, categories, ticketTypes, fees, tax } = prices;
  const priceOf = ({ category, amount }: ShowPrices['categories'][number]): string =>
    [nameOf(category), money(amount, currency)].filter((part) => part !== '').join(' ');
  const lines = [
    categories.map(priceOf),
    ticketTypes.map(({ name, percent, prices: own, proof }) => {
      const said = [`${typePercent(percent)}\u00a0%`, ...own.map(priceOf), ...(proof ? [$localize`with proof`] : [])];
      return `${name} (${said.join(', ')})`;
    }),
    fees.map(({ name, per, kind, value }) => {
      const worth = kind === 'fixed' ? money(value, currency) : `${typePercent(value)}\u00a0%`;
      return per === 'seat'
        ? $localize`${name}:name: ${worth}:worth: a seat`
        : $localize`${name}:name: ${worth}:worth:`;
    }),
    tax ? [taxWords(tax)] : [],
  ];
  return lines
    .filter((line) => line.length > 0)
    .map((line) => line.join(', '))
    .join('\n');
}

/** "VAT 19 %, included". */
export function taxWords({ name, percent, included }: NonNullable<ShowPrices['tax']>): string {
  const rate = `${name} ${typePercent(percent)}\u00a0%`;
  return included ? $localize`${rate}:tax:, included` : $localize`${rate}:tax:, on top`;
}

/** Some tickets that cost the same. */
export interface TicketGroup {
  readonly count: number;
  readonly typeName: string;
  readonly proof: boolean;
  readonly category: string;
  /** Of all together. */
  readonly amount: number;
  readonly seatIds: readonly string[];
}

/** Tickets of one type, category and price together, in the order in which they come. */
export function groupTickets(tickets: readonly Omit<TicketLine, 'tax'>[]): readonly TicketGroup[] {
  const groups = new Map<string, TicketGroup>();
  for (const { type, category, typeName, proof, amount, seatId } of tickets) {
    const key = JSON.stringify([type, category, amount]);
    const { count, amount: sum, seatIds } = groups.get(key) ?? { count: 0, amount: 0, seatIds: [] };
    groups.set(key, {
      ...{ typeName, proof, category, count: count + 1, amount: sum + amount },
      seatIds: [...seatIds, seatId],
    });
  }
  return [...groups.values()];
}

/** What was sold, in one line: "€67.50 · 1 × Adult, 1 × Child (proof at the door)". */
export function soldWords({ currency, tickets, total }: Pick<Quote, 'currency' | 'tickets' | 'total'>): string {
  const types = new Map<string, { readonly count: number; readonly proof: boolean }>();
  for (const { typeName, proof } of tickets) {
    if (typeName !== '') types.set(typeName, { count: (types.get(typeName)?.count ?? 0) + 1, proof });
  }
  const told = [...types].map(([name, { count, proof }]) =>
    proof ? $localize`${count}:count: × ${name}:type: (proof at the door)` : `${count} × ${name}`,
  );
  return [money(total, currency), told.join(', ')].filter((part) => part !== '').join(' · ');
}
