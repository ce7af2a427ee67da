import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { Booking, lockOrder, nameSeats } from '@modex/domain';
import { BookingChecks } from '../booking-checks';
import { BookingIntake } from '../booking-intake';
import { HoldTaking } from './hold-taking';

/** What somebody asks to be kept for him. */
export interface HoldCommand {
  readonly showId: string;
  readonly seatIds: readonly string[];
}

/** A hold; `replayed` when the customer had it already. */
export interface HoldOutcome {
  readonly hold: Booking;
  readonly replayed: boolean;
}

/**
 * Makes holds: a booking with the same intent, lock loop and rollback as any other, which stays HELD until its customer
 * has decided. A hold of n seats costs n + 2 commands, and one more where the show has a limit per customer.
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
   * Holds all the seats for the caller, or none. Asking again for the seats that he holds is the same as once.
   * @throws DomainError `validation-failed`, `too-many-seats`, `unknown-show`, `show-not-on-sale`, `unknown-seat` (nothing
   * was written); `hold-open`, `hold-paused`, `in-progress`, `seat-taken`, `limit-reached`, `booking-expired`
   */
  async hold({ showId, seatIds }: HoldCommand, { userId }: Caller): Promise<HoldOutcome> {
    const seats = lockOrder(seatIds, this.settings.maxSeatsPerBooking);
    const show = await this.checks.findShow(showId);
    const intent = { userId, showId, seats, names: nameSeats(show, seats), isOnly: true, isHold: true };
    await this.checks.checkShow(show, intent);
    const taken = await this.intake.open(intent, show.limitPerCustomer);
    if (taken.kind === 'held') return { hold: taken.booking, replayed: true };
    return { hold: await this.taking.take(taken), replayed: false };
  }
}
