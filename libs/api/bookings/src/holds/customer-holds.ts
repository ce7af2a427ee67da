import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { Settings } from '@modex/api-core';
import { Booking, HeldBooking, isHeldBooking, lockOrder, SeatedShow } from '@modex/domain';
import { BookingChecks } from '../booking-checks';
import { BookingAsOf, BookingRepository } from '../booking.repository';
import { HoldChangeService } from './hold-change.service';
import { HoldEndService } from './hold-end.service';
import { unknownHold } from './hold-refusals';

/** Which hold of which show. */
export interface HoldName {
  readonly showId: string;
  readonly holdId: string;
}

/** A hold as it was at a moment of the database's clock, with its show. */
export interface HoldDetails {
  readonly hold: Booking;
  readonly show: SeatedShow;
  readonly asOf: Date;
  /** Until when it can be extended at most. */
  readonly latestEnd: Date;
}

/** What a customer can do with their own hold. The hold of another customer is answered as unknown. */
@Injectable()
export class CustomerHolds {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly checks: BookingChecks,
    private readonly changes: HoldChangeService,
    private readonly ends: HoldEndService,
    private readonly settings: Settings,
  ) {}

  /** The hold as it is now, in any state. @throws DomainError `unknown-show`, `unknown-hold` */
  async find(name: HoldName, caller: Caller): Promise<HoldDetails> {
    const { id } = await this.own(name, caller);
    const [found] = await this.bookings.findAsOf([id]);
    if (found === undefined) throw unknownHold();
    return this.describe(found);
  }

  /**
   * Changes the hold to exactly these seats.
   * @throws DomainError `unknown-hold`, `validation-failed`, `too-many-seats`, `unknown-seat`, `show-not-on-sale`,
   * `lone-seat` (nothing was written), and as `HoldChangeService.change`
   */
  async change(name: HoldName, seatIds: readonly string[], caller: Caller): Promise<HoldDetails> {
    const [hold, seats] = [await this.own(name, caller), lockOrder(seatIds, this.settings.maxSeatsPerBooking)];
    const show = await this.checks.findShow(hold.showId);
    await this.checks.checkChoice(show, { ...hold, seats }, { bound: this.checks.boundOf(caller), has: hold.seats });
    return this.justWritten(await this.changes.change(hold, show, seats));
  }

  /** @throws DomainError `unknown-hold`, and as `HoldEndService.extend` */
  async extend(name: HoldName, caller: Caller): Promise<HoldDetails> {
    return this.justWritten(await this.ends.extend(await this.own(name, caller)));
  }

  /** @throws DomainError `unknown-hold`, and as `HoldEndService.release` */
  async release(name: HoldName, caller: Caller): Promise<void> {
    await this.ends.release(await this.own(name, caller), caller.userId);
  }

  /** The caller's hold. @throws DomainError `unknown-hold`, the same for a missing one and another customer's */
  async own({ showId, holdId }: HoldName, { userId }: Caller): Promise<HeldBooking> {
    const hold = await this.bookings.find({ id: holdId, userId });
    if (hold === undefined || hold.showId !== showId || !isHeldBooking(hold)) throw unknownHold();
    return hold;
  }

  /** A hold right after it was written, with the time of that write. */
  async justWritten(hold: Booking): Promise<HoldDetails> {
    return this.describe({ booking: hold, asOf: hold.hold?.writtenAt ?? hold.createdAt });
  }

  async describe({ booking: hold, asOf }: BookingAsOf): Promise<HoldDetails> {
    const latestEnd = new Date(hold.createdAt.getTime() + this.settings.holds.maxSeconds * 1_000);
    return { hold, asOf, latestEnd, show: await this.checks.findShow(hold.showId) };
  }
}
