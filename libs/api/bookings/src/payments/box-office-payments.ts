import { Injectable } from '@nestjs/common';
import { Booking, Payment } from '@modex/domain';
import { Payments } from './payments';

/** Customers pay at the box office, before the show; Modex is not told of it. */
@Injectable()
export class BoxOfficePayments extends Payments {
  readonly kind = 'at-the-box-office';

  paymentOf({ status, price, returned }: Pick<Booking, 'status' | 'price' | 'returned'>): Payment | undefined {
    if (status !== 'CONFIRMED' || price === undefined || price.total === 0) return undefined;
    const isWhole = returned.length === 0;
    return { kind: this.kind, due: isWhole ? { amount: price.total, currency: price.currency } : undefined };
  }
}
