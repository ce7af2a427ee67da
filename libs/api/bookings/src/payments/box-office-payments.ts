import { Injectable } from '@nestjs/common';
import { balanceOf, Booking, Payment } from '@modex/domain';
import { Payments } from './payments';

/** Customers pay at the box office, before the show. */
@Injectable()
export class BoxOfficePayments extends Payments {
  readonly kind = 'at-the-box-office';

  paymentOf(booking: Pick<Booking, 'status' | 'price' | 'seats' | 'till'>): Payment | undefined {
    const balance = balanceOf(booking);
    if (booking.status !== 'CONFIRMED' || balance === undefined || balance.open <= 0) return undefined;
    return { kind: this.kind, due: { amount: balance.open, currency: balance.currency } };
  }
}
