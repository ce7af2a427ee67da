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
