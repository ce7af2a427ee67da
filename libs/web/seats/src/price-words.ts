import { moneyText, priceOf, ShowPrices } from '@modex/domain';
import { LOCALE } from '@modex/web-ui';
import { PriceOf } from './map/seat-words';

/** Writes what the categories of a show cost for whoever chooses no ticket type: "€45.00"; undefined where it is free. */
export function priceWriter(prices: ShowPrices | null | undefined): PriceOf | undefined {
  if (!prices) return undefined;
  const { currency, categories } = prices;
  const texts = new Map(
    categories.map(({ category }) => [category, moneyText({ amount: priceOf(prices, category), currency }, LOCALE)]),
  );
  return (category) => texts.get(category);
}

/** What may be chosen for a seat, and what it costs then. */
export interface TicketOption {
  readonly key: string;
  readonly words: string;
}

/** The types that a seat of a category can be for: "Child · €22.50"; none where there is nothing to choose. */
export function ticketOptions(prices: ShowPrices | null | undefined, category: string): readonly TicketOption[] {
  if (!prices || prices.ticketTypes.length < 2) return [];
  const { currency } = prices;
  return prices.ticketTypes.map((type) => ({
    key: type.key,
    words: `${type.name} · ${moneyText({ amount: priceOf(prices, category, type), currency }, LOCALE)}`,
  }));
}
