import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse } from '@modex/api-core';
import { Payment, PAYMENT_KINDS, PaymentKind } from '@modex/domain';

/** What is to be paid for a booking, and how. */
export class PaymentResponse {
  /** How it is paid. */
  @ApiProperty({ enum: PAYMENT_KINDS, enumName: 'PaymentKind', example: 'at-the-box-office' })
  kind: PaymentKind;
  /** What is still to be paid. */
  due: MoneyResponse;
}

export function toPaymentResponse(payment: Payment | undefined): PaymentResponse | null {
  return payment === undefined ? null : { kind: payment.kind, due: payment.due };
}
