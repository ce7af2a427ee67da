import { DomainError } from '../error';
import { LIMITS } from '../limits';
import { Category, Plan } from '../plan/plan';
import { MOST_MONEY, minorDigits, WHOLE } from './money';

/** What seats of a category cost at the full price. */
export interface CategoryPrice {
  /** Key of a category of the plan. */
  readonly category: string;
  /** In minor units; 0: nothing. */
  readonly amount: number;
}

/** For whom a ticket is: adult, child, reduced. */
export interface TicketType {
  /** Unique in the show. */
  readonly key: string;
  readonly name: string;
  /** Which part of the full price it costs, in hundredths of a percent: 5,000 is half. */
  readonly percent: number;
  /** Prices of its own, instead of that part. */
  readonly prices: readonly CategoryPrice[];
  /** Whether the customer must show at the door that the ticket is for them. */
  readonly proof: boolean;
}

/** What is charged beside the tickets: for each seat that is not free of charge, or once if any is not. */
export interface Fee {
  /** Unique in the show. */
  readonly key: string;
  readonly name: string;
  readonly per: 'seat' | 'order';
  /** A fixed amount in minor units, or a part of the price (of all prices, if once) in hundredths of a percent. */
  readonly kind: 'fixed' | 'percent';
  readonly value: number;
}

/** Tax on each line, of tickets and of fees. */
export interface Tax {
  /** As invoices name it: "VAT". */
  readonly name: string;
  /** In hundredths of a percent. */
  readonly percent: number;
  /** Whether the prices include it, or it comes on top. */
  readonly included: boolean;
}

/** What a show costs. */
export interface ShowPrices {
  /** ISO 4217. */
  readonly currency: string;
  /** One for each category of the plan. */
  readonly categories: readonly CategoryPrice[];
  /** The first one is for whoever does not choose; none: everybody pays the full price. */
  readonly ticketTypes: readonly TicketType[];
  readonly fees: readonly Fee[];
  readonly tax: Tax | null;
}

/** One thing that is wrong with prices, with its path in them. */
export interface PriceProblem {
  readonly field: string;
  readonly message: string;
}

/** All that is wrong with the prices of a show in a plan of these categories. */
export function priceProblems(
  prices: ShowPrices,
  categories: readonly Pick<Category, 'key' | 'name'>[],
): readonly PriceProblem[] {
  const { currency, ticketTypes, fees, tax } = prices;
  const problems: PriceProblem[] = [];
  const add = (field: string, message: string): void => void problems.push({ field, message });
  if (minorDigits(currency) === undefined) add('currency', 'This is no currency; use a code of ISO 4217, such as EUR.');
  checkCategories(prices.categories, categories, 'categories', add);
  for (const { key, name } of categories) {
    if (!prices.categories.some(({ category }) => category === key)) {
      add('categories', `The category ${name === '' ? key : name} has no price.`);
    }
  }
  checkKeys(ticketTypes, 'ticketTypes', add);
  ticketTypes.forEach((type, at) => {
    checkPart(type.percent, `ticketTypes.${at}.percent`, add);
    checkCategories(type.prices, categories, `ticketTypes.${at}.prices`, add);
  });
  checkKeys(fees, 'fees', add);
  fees.forEach(({ kind, value }, at) => (kind === 'fixed' ? checkAmount : checkPart)(value, `fees.${at}.value`, add));
  if (tax !== null) checkPart(tax.percent, 'tax.percent', add);
  return problems;
}

/** @throws DomainError `validation-failed` with the fields below `prices` */
export function checkPrices(prices: ShowPrices | null, { categories }: Pick<Plan, 'categories'>): void {
  const problems = prices === null ? [] : priceProblems(prices, categories);
  if (problems.length === 0) return;
  const fields = problems.map(({ field, message }) => ({ field: `prices.${field}`, message }));
  throw new DomainError('validation-failed', problems.map(({ message }) => message).join(' '), { fields });
}

type Add = (field: string, message: string) => void;

function checkCategories(
  prices: readonly CategoryPrice[],
  categories: readonly Pick<Category, 'key'>[],
  field: string,
  add: Add,
): void {
  const seen = new Set<string>();
  prices.forEach(({ category, amount }, at) => {
    if (!categories.some(({ key }) => key === category)) {
      add(`${field}.${at}.category`, `The plan has no category ${category}.`);
    } else if (seen.has(category)) add(`${field}.${at}.category`, `The category ${category} has two prices.`);
    seen.add(category);
    checkAmount(amount, `${field}.${at}.amount`, add);
  });
}

function checkKeys(things: readonly { readonly key: string; readonly name: string }[], field: string, add: Add): void {
  if (things.length > LIMITS.pricesOfAKind) add(field, `At most ${LIMITS.pricesOfAKind} are possible.`);
  const seen = new Set<string>();
  things.forEach(({ key }, at) => {
    if (seen.has(key)) add(`${field}.${at}.key`, `Two have the key ${key}.`);
    seen.add(key);
  });
}

function checkAmount(amount: number, field: string, add: Add): void {
  if (Number.isInteger(amount) && amount >= 0 && amount <= MOST_MONEY) return;
  add(field, `An amount is a whole number of minor units from 0 to ${MOST_MONEY}.`);
}

function checkPart(percent: number, field: string, add: Add): void {
  if (Number.isInteger(percent) && percent >= 0 && percent <= WHOLE) return;
  add(field, `A percentage is a whole number of hundredths of a percent, from 0 to ${WHOLE} (100 %).`);
}
