import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { Booking, lockOrder, nameSeats, SeatedShow } from '@modex/domain';
import { BookingChecks } from '../booking-checks';
import { BookingIntake } from '../booking-intake';
import { BookingIntent } from '../booking.repository';
import { HoldTaking } from './hold-taking';

/** A request to hold seats. */
export interface HoldCommand {
  readonly showId: string;
  readonly seatIds: readonly string[];
  /** Where an anonymous guest holds from; absent for everybody else. */
  readonly origin?: string | undefined;
}

/** The customer and the seats of a hold; with `quantity` any other seats would do, as long as they are so many. */
export type NewHold = Pick<BookingIntent, 'userId' | 'seats' | 'quantity' | 'origin'>;

/** A hold; `replayed` if the customer already had it. */
export interface HoldOutcome {
  readonly hold: Booking;
  readonly replayed: boolean;
}

/**
 * Makes holds. A hold is a booking with the same intent, lock loop and rollback as any other, which stays HELD until its
 * customer has decided. For n seats it costs n + 2 commands, and one more where the show has a limit per customer.
 */
@Injectable()
export class HoldService {
  constructor(
    private readonly checks: BookingChecks,
    private readonly intake: BookingIntake,
    private readonly taking: HoldTaking,
    private readonly settings: Settings,
  ) {}

  /**
   * Holds all the seats for the caller, or none. Asking again for seats that the caller already holds changes nothing.
   * @throws DomainError `validation-failed`, `too-many-seats`, `unknown-show`, `show-not-on-sale`, `unknown-seat` (nothing
   * was written), `lone-seat` (nor here); as `make`
   */
  async hold({ showId, seatIds, origin }: HoldCommand, caller: Caller): Promise<HoldOutcome> {
    const seats = lockOrder(seatIds, this.settings.maxSeatsPerBooking);
    const show = await this.checks.findShow(showId);
    const { userId } = caller;
    await this.checks.checkChoice(show, { userId, seats }, { bound: this.checks.boundOf(caller) });
    return this.make(show, { userId, seats, origin });
  }

  /**
   * The same for a request that was checked.
   * @throws DomainError `hold-open`, `hold-paused`, `in-progress`, `seat-taken`, `limit-reached`, `too-many-holds`,
   * `booking-expired`
   */
  async make(show: SeatedShow, wanted: NewHold): Promise<HoldOutcome> {
    const names = nameSeats(show, wanted.seats);
    const intent = { ...wanted, showId: show.id, names, isOnly: true, isHold: true };
    const taken = await this.intake.open(intent, show.limitPerCustomer);
    if (taken.kind === 'held') return { hold: taken.booking, replayed: true };
    return { hold: await this.taking.take(taken, show.planVersion), replayed: false };
  }
}
