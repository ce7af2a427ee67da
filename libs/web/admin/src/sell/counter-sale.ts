import { inject, Injectable } from '@angular/core';
import {
  Api,
  BookDto,
  BookedResponse,
  bookSeats,
  CustomerResponse,
  isWorthAskingAgain,
  nameCustomer,
  readProblem,
} from '@modex/web-api-client';
import { newKey } from '@modex/web-ui';
import { askAgain } from '../ask-again';

/** For whom seats are booked; the e-mail is empty where there is none. */
export interface Buyer {
  readonly name: string;
  readonly email: string;
}

/** What is booked, and at which total it was shown. */
export type Sale = Pick<BookDto, 'seatIds' | 'tickets' | 'total'>;

/** A sale that was begun and has no certain answer yet. */
interface Begun {
  readonly wanted: string;
  readonly key: string;
  readonly customer: CustomerResponse;
}

/**
 * Books seats of a show for a customer: names the customer, then books by one key. While nobody knows how it ended, the same
 * sale goes on with the same customer and key, so that pressing again never sells twice.
 */
@Injectable()
export class CounterSale {
  private readonly api = inject(Api);
  private begun: Begun | undefined;

  /** @throws what the API refused, or that it could not be reached */
  async sell(showId: string, sale: Sale, buyer: Buyer): Promise<BookedResponse> {
    const { key, customer } = await this.begin(JSON.stringify([showId, sale, buyer]), buyer);
    const body = { ...sale, userId: customer.userId };
    try {
      const booked = await askAgain(() => this.api.invoke(bookSeats, { showId, 'Idempotency-Key': key, body }));
      this.begun = undefined;
      return booked;
    } catch (error) {
      if (!isWorthAskingAgain(readProblem(error))) this.begun = undefined;
      throw error;
    }
  }

  private async begin(wanted: string, { name, email }: Buyer): Promise<Begun> {
    if (this.begun?.wanted === wanted) return this.begun;
    const body = email === '' ? { name } : { name, email };
    const customer = await askAgain(() => this.api.invoke(nameCustomer, { body }));
    this.begun = { wanted, key: newKey(), customer };
    return this.begun;
  }
}
