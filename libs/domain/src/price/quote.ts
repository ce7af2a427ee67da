import { DomainError } from '../error';
import { Money, partOf, roundedRatio, WHOLE } from './money';
import { Fee, ShowPrices, Tax, TicketType } from './show-prices';

/** A seat that somebody wants to buy. */
export interface WantedTicket {
  readonly seatId: string;
  /** Key of its category. */
  readonly category: string;
  /** Key of a ticket type of the show; undefined: the first one. */
  readonly type?: string | undefined;
}

/** What is paid for, with the amounts in minor units. */
interface Line {
  /** What is to pay, with its tax. */
  readonly amount: number;
  /** How much of it is tax. */
  readonly tax: number;
}

export interface TicketLine extends Line {
  readonly seatId: string;
  readonly category: string;
  /** Key and name of the ticket type; empty where the show has none. */
  readonly type: string;
  readonly typeName: string;
  readonly proof: boolean;
}

export interface FeeLine extends Line {
  readonly key: string;
  readonly name: string;
}

/** What seats cost, line by line; the lines sum to the total. */
export interface Quote {
  readonly currency: string;
  readonly tickets: readonly TicketLine[];
  readonly fees: readonly FeeLine[];
  /** How the tax is called, and its rate; null: none. */
  readonly tax: Pick<Tax, 'name' | 'percent' | 'included'> | null;
  readonly total: number;
  readonly taxTotal: number;
}

/** The full price where a show has no ticket types. */
const FULL: TicketType = { key: '', name: '', percent: WHOLE, prices: [], proof: false };

/**
 * What these seats cost, computed by the server alone. Percentages and taxes are rounded half up, line by line. Who pays
 * nothing for a seat pays no fee for it, and who pays nothing at all pays no fee for the order.
 * @throws DomainError `validation-failed` for a ticket type that the show does not have
 */
export function quote(prices: ShowPrices, wanted: readonly WantedTicket[]): Quote {
  const { currency, tax } = prices;
  const asked = wanted.map((ticket) => ({ ...ticket, type: typeOf(prices, ticket) }));
  const amounts = asked.map(({ category, type }) => priceOf(prices, category, type));
  const tickets = asked.map(({ seatId, category, type }, at): TicketLine => {
    const { key, name, proof } = type;
    return { seatId, category, type: key, typeName: name, proof, ...taxed(amounts[at] as number, tax) };
  });
  const fees = prices.fees.flatMap((fee) => {
    const amount = feeOf(fee, amounts);
    return amount === 0 ? [] : [{ key: fee.key, name: fee.name, ...taxed(amount, tax) }];
  });
  const lines: readonly Line[] = [...tickets, ...fees];
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return { currency, tickets, fees, tax, total, taxTotal: lines.reduce((sum, line) => sum + line.tax, 0) };
}

/** What a seat of this category costs for this type of ticket, before a tax on top, in minor units. */
export function priceOf(
  prices: ShowPrices,
  category: string,
  type: TicketType = prices.ticketTypes[0] ?? FULL,
): number {
  const own = type.prices.find((price) => price.category === category);
  const full = prices.categories.find((price) => price.category === category)?.amount ?? 0;
  return own?.amount ?? partOf(full, type.percent);
}

/** What the seat was sold for; undefined where the show was free of charge. */
export function ticketLineOf({ price }: { readonly price?: Quote }, seat: string): TicketLine | undefined {
  return price?.tickets.find(({ seatId }) => seatId === seat);
}

/**
 * Refuses a total that is not what the customer saw.
 * @param price undefined where the show is free of charge
 * @throws DomainError `price-changed` with both
 */
export function checkTotal(price: Pick<Quote, 'total' | 'currency'> | undefined, seen: Money | undefined): void {
  if (seen === undefined) return;
  const { total, currency } = price ?? { total: 0, currency: seen.currency };
  if (seen.amount === total && seen.currency === currency) return;
  const message = 'The price has changed since you saw it; nothing was booked. Look at the new price and book again.';
  throw new DomainError('price-changed', message, { total: { amount: total, currency }, seenTotal: seen });
}

function typeOf({ ticketTypes }: ShowPrices, { type }: WantedTicket): TicketType {
  if (type === undefined) return ticketTypes[0] ?? FULL;
  const found = ticketTypes.find(({ key }) => key === type);
  if (found !== undefined) return found;
  const message = `The show has no ticket type ${type}.`;
  throw new DomainError('validation-failed', message, { fields: [{ field: 'tickets', message }] });
}

function feeOf({ per, kind, value }: Fee, amounts: readonly number[]): number {
  const paid = amounts.filter((amount) => amount > 0);
  if (paid.length === 0) return 0;
  if (kind === 'fixed') return per === 'seat' ? value * paid.length : value;
  if (per === 'seat') return paid.reduce((sum, amount) => sum + partOf(amount, value), 0);
  return partOf(
    paid.reduce((sum, amount) => sum + amount, 0),
    value,
  );
}

function taxed(price: number, tax: Tax | null): Line {
  if (tax === null) return { amount: price, tax: 0 };
  if (!tax.included) {
    const onTop = partOf(price, tax.percent);
    return { amount: price + onTop, tax: onTop };
  }
  return { amount: price, tax: roundedRatio(price * tax.percent, WHOLE + tax.percent) };
}
