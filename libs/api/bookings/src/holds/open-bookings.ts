import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { Booking, isSameSeats, mayStillLock } from '@modex/domain';
import { anotherIsOpen } from '../booking-refusals';
import { BookingSettling } from '../booking-settling';
import { BookingAsOf, BookingIntent } from '../booking.repository';
import { HoldRepository } from './hold.repository';
import { holdOpen, holdPaused } from './hold-refusals';

/** Handles a new booking of a customer who already has an open one in the show. */
@Injectable()
export class OpenBookings {
  constructor(
    private readonly holds: HoldRepository,
    private readonly settling: BookingSettling,
    private readonly settings: Settings,
  ) {}

  /**
   * Call when an intent could not be stored because another booking is open. If the time of that one is over, it is ended as
   * the sweep would end it, and the intent can be stored.
   * @returns the customer's hold, if a hold of exactly the same seats was asked for, or of as many seats as it has
   * @throws DomainError `hold-open` with the customer's hold; `in-progress` while the other booking may still lock a seat;
   * `hold-paused` for a hold of seats that the customer held until the longest life of a hold was over
   */
  async giveWay(intent: BookingIntent): Promise<Booking | undefined> {
    const open = await this.holds.findOpen(intent.userId, intent.showId);
    if (open === undefined) return undefined;
    const { booking, asOf } = open;
    if (booking.status === 'HELD' && booking.leaseUntil > asOf) {
      if (intent.isHold === true && isAskedFor(booking, intent)) return booking;
      throw holdOpen(booking);
    }
    if (intent.isHold === true) this.keepPause(open, intent.seats);
    await this.end(open);
    return undefined;
  }

  private async end({ booking, asOf }: BookingAsOf): Promise<void> {
    if (mayStillLock(booking, asOf)) throw anotherIsOpen();
    const ended = await this.settling.endIfOver(booking);
    if (ended !== undefined) await this.settling.close(ended);
  }

  private keepPause({ booking: { seats, createdAt, leaseUntil }, asOf }: BookingAsOf, wanted: readonly string[]): void {
    const { maxSeconds, pauseSeconds } = this.settings.holds;
    const livedLongest = leaseUntil.getTime() >= createdAt.getTime() + maxSeconds * 1_000;
    const leftMs = leaseUntil.getTime() + pauseSeconds * 1_000 - asOf.getTime();
    if (livedLongest && leftMs > 0 && wanted.some((seatId) => seats.includes(seatId))) {
      throw holdPaused(Math.ceil(leftMs / 1_000), seats);
    }
  }
}

function isAskedFor(hold: Booking, { seats, quantity }: BookingIntent): boolean {
  return quantity === undefined ? isSameSeats(hold.seats, seats) : hold.seats.length === quantity;
}
