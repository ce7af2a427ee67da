import { Booking, Means, Receipt } from '@modex/domain';

/** Money that changed hands, of one booking. */
export interface BookedReceipt extends Receipt {
  readonly bookingId: string;
  readonly showId: string;
  readonly currency: string;
}

/** A receipt before the database says when it was. */
export type NewReceipt = Omit<Receipt, 'at'>;

/** From this moment until before that one. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** What one person took in one way, in minor units; what was given back is taken off. */
export interface TakenSum {
  readonly by: string;
  readonly means: Means;
  readonly currency: string;
  readonly amount: number;
  /** How many receipts that were. */
  readonly count: number;
}

/** Money that was taken for bookings at the counter. */
export abstract class TillRepository {
  /**
   * Adds a receipt, while the booking has exactly the status and the seats that were seen, and no other was added since.
   * @returns the booking as it is then; undefined if it was another meanwhile, and nothing was written
   */
  abstract add(seen: Booking, receipt: NewReceipt): Promise<Booking | undefined>;
  /** Every receipt of a period, in no order. */
  abstract findTaken(period: Period): AsyncIterable<BookedReceipt>;
}
