import { Injectable } from '@nestjs/common';
import { Caller, Guest } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { lockOrder, nameSeats } from '@modex/domain';
import { mostSeatsOf } from './booking-access';
import { BookingChecks } from './booking-checks';
import { BookingIntake } from './booking-intake';
import { BookingConfirmation } from './booking-confirmation';
import { BookingLocks } from './booking-locks';
import { PriceWish, priceOfSeats } from './booking-price';
import { BookingOutcome, replay } from './booking-replay';

/** What a customer sends. */
export interface BookCommand extends PriceWish {
  readonly showId: string;
  readonly seatIds: readonly string[];
  /** The customer: the caller's own id, or anybody's if staff book for them. */
  readonly userId: string;
  readonly idempotencyKey?: string;
  /** Names an anonymous guest. */
  readonly person?: Guest | undefined;
}

/**
 * The booking protocol: intent first, lock loop in ascending order with rollback, guarded confirm.
 * A booking of n seats costs n + 2 commands, and one more where the show has a limit per customer. After a crash the lease
 * and the sweep clean up.
 */
@Injectable()
export class BookingService {
  constructor(
    private readonly checks: BookingChecks,
    private readonly intake: BookingIntake,
    private readonly locks: BookingLocks,
    private readonly confirmation: BookingConfirmation,
    private readonly settings: Settings,
  ) {}

  /**
   * Books all the seats, or none.
   * @throws DomainError `validation-failed`, `too-many-seats`, `forbidden`, `unknown-user`, `unknown-show`,
   * `show-not-on-sale`, `unknown-seat`, `lone-seat`, `price-changed` (nothing was written); `seat-taken`, `limit-reached`, `booking-expired`,
   * `in-progress`, `hold-open` with the customer's own hold, `idempotency-key-reused`
   */
  async book({ person, ...command }: BookCommand, caller: Caller): Promise<BookingOutcome> {
    const seats = lockOrder(command.seatIds, mostSeatsOf(caller, this.settings));
    const bookedBy = command.userId === caller.userId ? undefined : caller.userId;
    const name = await this.checks.checkCustomer({ ...command, person }, caller);
    const show = await this.checks.findShow(command.showId);
    // The limit does not bind staff.
    const limit = bookedBy === undefined ? show.limitPerCustomer : null;
    const { tickets, total, ...asked } = command;
    const wanted = { ...asked, seats, names: nameSeats(show, seats), bookedBy, isOnly: limit !== null };
    const earlier = await this.checks.checkChoice(show, wanted, { bound: this.checks.boundOf(caller) });
    if (earlier !== undefined) return replay(earlier, wanted);
    const intent = { ...wanted, price: priceOfSeats(show, seats, tickets) };
    const known = await this.checks.checkTotal(intent.price, total, intent);
    if (known !== undefined) return replay(known, intent);

    const opened = await this.intake.open(intent, limit);
    if (opened.kind === 'known') return replay(opened.booking, intent);
    const { booking } = opened;
    await this.locks.lockAll(booking, { planVersion: show.planVersion });
    await this.checks.nameCustomer(command.userId, name);
    return { booking: await this.confirmation.confirm(booking), replayed: false };
  }
}
