import { Injectable } from '@nestjs/common';
import { unknownThing } from '@modex/api-core';
import { Booking, checkReceipt, Money } from '@modex/domain';
import { BookingRepository } from '../booking.repository';
import { NewReceipt, Period, TakenSum, TillRepository } from './till.repository';

/** What is taken for a booking; below zero: given back. */
export interface CounterPayment extends Omit<NewReceipt, 'amount'> {
  readonly money: Money;
}

/** Money at the counter. Two counters cannot take the same money twice: each receipt is one compare-and-set. */
@Injectable()
export class TillService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly tills: TillRepository,
  ) {}

  /**
   * Takes money for a booking, or gives it back. The same receipt sent again changes nothing.
   * @throws DomainError `unknown-booking`; `payment-refused` for what is not owed
   */
  async take(bookingId: string, { money, ...receipt }: CounterPayment): Promise<Booking> {
    for (;;) {
      const booking = await this.bookings.findById(bookingId);
      if (booking === undefined) throw unknownThing('unknown-booking');
      if (booking.till?.receipts.some(({ id }) => id === receipt.id) === true) return booking;
      checkReceipt(booking, money);
      const written = await this.tills.add(booking, { ...receipt, amount: money.amount });
      if (written !== undefined) return written;
    }
  }

  /** What each member of staff took in each way, by person, means and currency. */
  async cashUp(period: Period): Promise<readonly TakenSum[]> {
    const sums = new Map<string, TakenSum>();
    for await (const { by, means, currency, amount } of this.tills.findTaken(period)) {
      const key = [by, means, currency].join(' ');
      const before = sums.get(key) ?? { by, means, currency, amount: 0, count: 0 };
      sums.set(key, { ...before, amount: before.amount + amount, count: before.count + 1 });
    }
    return [...sums.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  }
}
