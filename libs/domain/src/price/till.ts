import { DomainError } from '../error';
import type { TicketState } from '../ticket';
import { Money } from './money';
import { Quote } from './quote';

/** How money changed hands at the counter; `free`: the venue gives the seats away. */
export const MEANS = ['cash', 'card', 'voucher', 'free'] as const;
export type Means = (typeof MEANS)[number];

/** Money that was taken for a booking, or given back. */
export interface Receipt {
  /** Made by whoever sends it: the same receipt sent again is no second one. */
  readonly id: string;
  /** In minor units of the booking's currency; below zero: given back. */
  readonly amount: number;
  readonly means: Means;
  readonly at: Date;
  /** The member of staff. */
  readonly by: string;
}

/** What was paid for a booking. */
export interface Till {
  /** How often it was written: whoever writes names the version that was seen. */
  readonly version: number;
  /** The first one first. */
  readonly receipts: readonly Receipt[];
}

/** How a booking stands, in minor units of its currency. */
export interface Balance {
  readonly currency: string;
  /** What the seats that it has cost, with all its fees; 0 once it is cancelled. */
  readonly worth: number;
  readonly paid: number;
  /** What is still to be paid; below zero: to be given back. */
  readonly open: number;
}

/** What is asked of a booking here. */
interface Priced {
  readonly status: string;
  readonly seats: readonly string[];
  readonly price?: Quote;
  readonly till?: Till;
}

/**
 * How a booking stands; undefined where nothing is charged. Seats that were given back are not paid for. Fees stay as they
 * were sold while the booking has a seat: what they were for was done.
 */
export function balanceOf({ status, seats, price, till }: Priced): Balance | undefined {
  if (price === undefined) return undefined;
  const kept = price.tickets.filter(({ seatId }) => seats.includes(seatId));
  const lines = [...kept, ...price.fees].reduce((sum, { amount }) => sum + amount, 0);
  const worth = status === 'CONFIRMED' ? lines : 0;
  const paid = (till?.receipts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return { currency: price.currency, worth, paid, open: worth - paid };
}

/** Whether money was taken for it that was not given back: only a counter gives it back. */
export function isPaid(booking: Priced): boolean {
  return (balanceOf(booking)?.paid ?? 0) > 0;
}

/** Whether it is to be paid at the counter, nothing was paid, and nobody came with one of its tickets. */
export function isUncollected(booking: Priced & { readonly tickets?: TicketState }): boolean {
  const balance = balanceOf(booking);
  if (balance === undefined || booking.tickets?.entries.length) return false;
  return balance.worth > 0 && balance.paid === 0;
}

/**
 * Refuses money that is not owed: more than is open, or more back than was taken.
 * @param money what changes hands; below zero: it is given back
 * @throws DomainError `payment-refused`
 */
export function checkReceipt(booking: Priced, money: Money): void {
  const balance = balanceOf(booking);
  if (balance === undefined) throw refused('This booking is free of charge.');
  if (money.currency !== balance.currency) throw refused(`This booking is paid in ${balance.currency}.`);
  if (money.amount > Math.max(0, balance.open)) {
    throw refused(balance.open > 0 ? 'That is more than is to be paid.' : 'Nothing is to be paid any more.');
  }
  if (money.amount < 0 && -money.amount > balance.paid) throw refused('That is more than was paid.');
}

function refused(why: string): DomainError {
  return new DomainError('payment-refused', `${why} Reload to see how the booking stands.`);
}
