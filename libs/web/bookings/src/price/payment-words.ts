import { Money, moneyText, PaymentKind } from '@modex/domain';
import { PaymentResponse } from '@modex/web-api-client';
import { LOCALE } from '@modex/web-ui';

/** What each kind of payment is called; a new kind without words does not compile. */
const WORDS: Readonly<Record<PaymentKind, { due(amount: string): string }>> = {
  'at-the-box-office': {
    due: (amount) => $localize`Pay ${amount}:amount: at the box office`,
  },
};

/** How an amount is paid, in words; empty where there is nothing to pay. */
export function dueWords(kind: PaymentKind, due: Money): string {
  return due.amount === 0 ? '' : WORDS[kind].due(moneyText(due, LOCALE));
}

/** How a booking is paid, in words. */
export function paymentWords({ kind, due }: PaymentResponse): string {
  return dueWords(kind, due);
}
