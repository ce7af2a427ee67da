import { Booking, Payment, PaymentKind } from '@modex/domain';

/** How bookings are paid: the port for whoever takes the money. */
export abstract class Payments {
  abstract readonly kind: PaymentKind;
  /** What is to be paid for a booking now; undefined for nothing: it was free of charge, is paid, or is not valid. */
  abstract paymentOf(booking: Pick<Booking, 'status' | 'price' | 'seats' | 'till'>): Payment | undefined;
}
