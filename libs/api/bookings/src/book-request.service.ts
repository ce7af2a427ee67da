import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { Booking, isSameSeats, lockOrder, Quote } from '@modex/domain';
import { BookingChecks } from './booking-checks';
import { PriceWish, priceOfSeats } from './booking-price';
import { BookingOutcome } from './booking-replay';
import { BookCommand, BookingService } from './booking.service';
import { CustomerHolds } from './holds/customer-holds';
import { HoldConfirmation } from './holds/hold-confirmation';

/** A request to book seats, which the caller may already hold. */
export interface BookRequest extends BookCommand {
  readonly holdId?: string | undefined;
}

/** Books either seats that nobody holds, at once, or the caller's hold. */
@Injectable()
export class BookRequestService {
  constructor(
    private readonly bookings: BookingService,
    private readonly holds: CustomerHolds,
    private readonly confirmation: HoldConfirmation,
    private readonly checks: BookingChecks,
    private readonly settings: Settings,
  ) {}

  /** @throws DomainError as `BookingService.book`, and `unknown-hold`, `hold-changed`, `hold-changing`, `hold-released` */
  async book({ holdId, ...command }: BookRequest, caller: Caller): Promise<BookingOutcome> {
    return holdId === undefined ? this.bookings.book(command, caller) : this.bookHeld({ ...command, holdId }, caller);
  }

  /** A hold needs no key: however often it is sent, it is booked once, and the answer is the same. */
  private async bookHeld(request: BookRequest & { readonly holdId: string }, caller: Caller): Promise<BookingOutcome> {
    const seats = lockOrder(request.seatIds, this.settings.maxSeatsPerBooking);
    const name = await this.checks.checkCustomer(request, caller);
    const hold = await this.holds.own(request, { ...caller, userId: request.userId });
    const isKnown = hold.confirmedAt !== undefined;
    const price = isKnown ? undefined : await this.priceOf({ ...hold, seats }, request);
    // Of a hold that is over, or has other seats, nobody buys anything.
    if (hold.status === 'HELD' && isSameSeats(hold.seats, seats)) await this.checks.nameCustomer(request.userId, name);
    return { booking: await this.confirmation.confirm(hold, seats, price), replayed: isKnown };
  }

  /** What the held seats cost now, if they may be sold at that. */
  private async priceOf(hold: Booking, { tickets, total }: PriceWish): Promise<Quote | undefined> {
    const show = await this.checks.findShow(hold.showId);
    // What was held within the window of the sale is sold after it too.
    await this.checks.checkShow(show, hold, 'start');
    const price = priceOfSeats(show, hold.seats, tickets);
    await this.checks.checkTotal(price, total, hold);
    return price;
  }
}
