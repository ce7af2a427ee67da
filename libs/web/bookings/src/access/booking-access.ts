import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { Api, BookingResponse, LookupDto, lookUpBooking } from '@modex/web-api-client';

const KEY = 'modex.booking-access';

type Proofs = Readonly<Record<string, string>>;

/**
 * The proofs of bookings that were looked up: each opens its booking for an hour without a session. The tab keeps them, so
 * that a reload still shows the ticket; closing the tab removes them.
 */
@Injectable({ providedIn: 'root' })
export class BookingAccess {
  private readonly api = inject(Api);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly proofs = signal<Proofs>(this.stored());

  /** The booking with this code and e-mail, opened from now on. @throws what the call threw: read it with `readProblem` */
  async find(body: LookupDto): Promise<BookingResponse> {
    const { booking, access } = await this.api.invoke(lookUpBooking, { body });
    this.keep({ ...this.proofs(), [booking.bookingId]: access });
    return booking;
  }

  /** As whom the booking is read: by its proof if there is one, otherwise as the user who is signed in. */
  headerOf(bookingId: string): { readonly 'Booking-Access'?: string } {
    const proof = this.proofs()[bookingId];
    return proof === undefined ? {} : { 'Booking-Access': proof };
  }

  has(bookingId: string): boolean {
    return this.proofs()[bookingId] !== undefined;
  }

  /** The proof is over. */
  forget(bookingId: string): void {
    this.keep(Object.fromEntries(Object.entries(this.proofs()).filter(([id]) => id !== bookingId)));
  }

  private keep(proofs: Proofs): void {
    this.proofs.set(proofs);
    this.ask((storage) => storage.setItem(KEY, JSON.stringify(proofs)));
  }

  private stored(): Proofs {
    const known: unknown = JSON.parse(this.ask((storage) => storage.getItem(KEY)) ?? '{}');
    return typeof known === 'object' && known !== null ? (known as Proofs) : {};
  }

  /** A browser that may store nothing throws: then the customer must look the booking up again after a reload. */
  private ask<T>(question: (storage: Storage) => T): T | undefined {
    try {
      return this.window ? question(this.window.sessionStorage) : undefined;
    } catch (error) {
      if (error instanceof DOMException) return undefined;
      throw error;
    }
  }
}
