import { Money } from './money';

/** How bookings can be paid. */
export const PAYMENT_KINDS = ['at-the-box-office'] as const;
export type PaymentKind = (typeof PAYMENT_KINDS)[number];

/** What is to be paid for a booking, and how. */
export interface Payment {
  readonly kind: PaymentKind;
  readonly due: Money;
}
