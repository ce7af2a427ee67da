import { Fee, foldedWords, minorDigits, PLAIN_CATEGORY, ShowPrices, TicketType } from '@modex/domain';
import { PricesDto } from '@modex/web-api-client';
import { readAmount, readPercent, typeAmount, typePercent } from './typed-amount';

/** A category of a plan, as far as its price needs it. */
export interface PricedCategory {
  readonly key: string;
  /** Empty for the one category of a plain plan. */
  readonly name: string;
  readonly color: string;
}

/** The price of a category, as it is typed. */
export interface TypedPrice {
  readonly category: string;
  readonly amount: string;
}

export interface TypedTicketType {
  /** Empty until it was sent: it is made of the name then. */
  readonly key: string;
  readonly name: string;
  readonly percent: string;
  readonly hasOwnPrices: boolean;
  /** One for each category; empty where the percentage counts. */
  readonly prices: readonly TypedPrice[];
  readonly proof: boolean;
}

export interface TypedFee extends Omit<Fee, 'value'> {
  readonly value: string;
}

export interface TypedTax {
  readonly isCharged: boolean;
  readonly name: string;
  readonly percent: string;
  readonly included: 'included' | 'onTop';
}

/** The prices of a show as a form has them: what `ShowPrices` has, with amounts as they are typed. */
export interface PricesDraft {
  readonly isCharged: boolean;
  readonly currency: string;
  readonly categories: readonly TypedPrice[];
  readonly ticketTypes: readonly TypedTicketType[];
  readonly fees: readonly TypedFee[];
  readonly tax: TypedTax;
}

export const PLAIN_CATEGORIES: readonly PricedCategory[] = [PLAIN_CATEGORY];

const DEFAULT_CURRENCY = 'EUR';
const NO_TAX: TypedTax = { isCharged: false, name: 'VAT', percent: '', included: 'included' };
/** As the API takes them. */
const KEY_LENGTH = 30;

/** Free of charge. */
export function emptyPrices(categories: readonly PricedCategory[] = PLAIN_CATEGORIES): PricesDraft {
  const free = { isCharged: false, currency: DEFAULT_CURRENCY, ticketTypes: [], fees: [], tax: NO_TAX };
  return { ...free, categories: pricesFor(categories, []) };
}

/** The form of these prices. */
export function draftOfPrices(prices: ShowPrices | null, categories: readonly PricedCategory[]): PricesDraft {
  if (prices === null) return emptyPrices(categories);
  const { currency, ticketTypes, fees, tax } = prices;
  const digits = minorDigits(currency) ?? 0;
  const typed = (known: ShowPrices['categories']): readonly TypedPrice[] =>
    known.map(({ category, amount }) => ({ category, amount: typeAmount(amount, digits) }));
  return {
    ...{ isCharged: true, currency, categories: pricesFor(categories, typed(prices.categories)) },
    ticketTypes: ticketTypes.map(({ key, name, percent, prices: own, proof }) => ({
      ...{ key, name, percent: typePercent(percent), proof, hasOwnPrices: own.length > 0 },
      prices: pricesFor(categories, typed(own)),
    })),
    fees: fees.map(({ key, name, per, kind, value }) => {
      return { key, name, per, kind, value: kind === 'fixed' ? typeAmount(value, digits) : typePercent(value) };
    }),
    tax: tax ? typedTax(tax) : NO_TAX,
  };
}

/** The prices that a form says; NaN stands for what is no amount. null: free of charge. */
export function pricesOf(draft: PricesDraft): ShowPrices | null {
  if (!draft.isCharged) return null;
  const { currency, categories, ticketTypes, fees, tax } = draft;
  const digits = minorDigits(currency) ?? 0;
  const read = (prices: readonly TypedPrice[]) =>
    prices.map(({ category, amount }) => ({ category, amount: readAmount(amount, digits) }));
  const [typeKeys, feeKeys] = [keysOf(ticketTypes), keysOf(fees)];
  return {
    currency,
    categories: read(categories),
    ticketTypes: ticketTypes.map((type, at): TicketType => {
      const named = { key: typeKeys[at] as string, name: type.name.trim(), percent: readPercent(type.percent) };
      return { ...named, prices: read(ownPrices(type)), proof: type.proof };
    }),
    fees: fees.map(({ name, per, kind, value }, at) => {
      const worth = kind === 'fixed' ? readAmount(value, digits) : readPercent(value);
      return { key: feeKeys[at] as string, name: name.trim(), per, kind, value: worth };
    }),
    tax: tax.isCharged
      ? { name: tax.name.trim(), percent: readPercent(tax.percent), included: tax.included === 'included' }
      : null,
  };
}

/** The prices as the API takes them; null: free of charge. */
export function sentPrices(draft: PricesDraft): PricesDto | null {
  const prices = pricesOf(draft);
  if (prices === null) return null;
  const ticketTypes = prices.ticketTypes.map((type) => ({ ...type, prices: [...type.prices] }));
  return { ...prices, categories: [...prices.categories], ticketTypes, fees: [...prices.fees] };
}

/** The prices that a ticket type has of its own. */
export function ownPrices({ hasOwnPrices, prices }: TypedTicketType): readonly TypedPrice[] {
  return hasOwnPrices ? prices.filter(({ amount }) => amount.trim() !== '') : [];
}

/** The same prices for another plan: categories of the same key keep theirs. */
export function withCategories(draft: PricesDraft, categories: readonly PricedCategory[]): PricesDraft {
  const ticketTypes = draft.ticketTypes.map((type) => ({ ...type, prices: pricesFor(categories, type.prices) }));
  return { ...draft, ticketTypes, categories: pricesFor(categories, draft.categories) };
}

export function newTicketType(name: string, percent: string, { categories }: PricesDraft): TypedTicketType {
  const prices = categories.map(({ category }) => ({ category, amount: '' }));
  return { key: '', name, percent, hasOwnPrices: false, prices, proof: false };
}

/** The ticket types that most shows have. */
export function usualTicketTypes(draft: PricesDraft): readonly TypedTicketType[] {
  return [
    newTicketType($localize`Adult`, '100', draft),
    newTicketType($localize`Child`, '50', draft),
    { ...newTicketType($localize`Reduced`, '70', draft), proof: true },
  ];
}

export function newFee(): TypedFee {
  return { key: '', name: '', per: 'seat', kind: 'fixed', value: '' };
}

function pricesFor(categories: readonly PricedCategory[], known: readonly TypedPrice[]): readonly TypedPrice[] {
  return categories.map(({ key }) => {
    return { category: key, amount: known.find(({ category }) => category === key)?.amount ?? '' };
  });
}

function typedTax({ name, percent, included }: NonNullable<ShowPrices['tax']>): TypedTax {
  return { isCharged: true, name, percent: typePercent(percent), included: included ? 'included' : 'onTop' };
}

/** The keys of things: those that have one keep it, others get a free one that is made of their name. */
function keysOf(things: readonly { readonly key: string; readonly name: string }[]): readonly string[] {
  const taken = new Set(things.map(({ key }) => key).filter((key) => key !== ''));
  return things.map(({ key, name }) => {
    if (key !== '') return key;
    const stem = keyOfName(name);
    let free = stem;
    for (let count = 2; taken.has(free); count++) free = `${stem.slice(0, KEY_LENGTH - 3)}-${count}`;
    taken.add(free);
    return free;
  });
}

/** "Groß & Klein" → "gross-klein". */
function keyOfName(name: string): string {
  const words = foldedWords(name).map((word) => word.replace(/[^a-z0-9]/g, ''));
  const key = words.filter((word) => word !== '').join('-');
  return key.slice(0, KEY_LENGTH).replace(/-$/, '') || 'other';
}
