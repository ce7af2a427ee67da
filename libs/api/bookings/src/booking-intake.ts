import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { Booking } from '@modex/domain';
import { BookingLimit } from './booking-limit';
import { anotherIsOpen } from './booking-refusals';
import { BookingIntent, BookingRepository } from './booking.repository';
import { OpenBookings } from './holds/open-bookings';

/**
 * `opened`: this call stored the intent. `known`: an earlier request of this user has the key. `held`: the customer holds
 * these very seats already.
 */
export interface Intake {
  readonly kind: 'opened' | 'known' | 'held';
  readonly booking: Booking;
  /** How many seats the booking may ever have; absent: as many as its customer likes. */
  readonly atMost?: number;
}

/** The intent of a booking, before any seat is touched. */
@Injectable()
export class BookingIntake {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly openBookings: OpenBookings,
    private readonly limit: BookingLimit,
    private readonly settings: Settings,
  ) {}

  /**
   * Stores the intent, and counts the customer's seats. An open booking of the customer whose time is over is ended, once.
   * @param limit how many seats one customer may have in the show; null: as many as he likes
   * @throws DomainError `hold-open`, `hold-paused`, `in-progress`, `limit-reached`, `too-many-holds`
   */
  async open(intent: BookingIntent, limit: number | null): Promise<Intake> {
    const opened = await this.openOnce(intent);
    if (opened.kind === 'opened' && intent.origin !== undefined) {
      await this.limit.keepOrigin(opened.booking, intent.origin, this.settings.holds.anonymousPerNetwork);
    }
    if (limit === null || opened.kind !== 'opened') return opened;
    return { ...opened, atMost: await this.limit.keep(opened.booking, limit) };
  }

  private async openOnce(intent: BookingIntent): Promise<Intake> {
    const leaseMs = this.settings.leaseSeconds * 1_000;
    const first = await this.bookings.open(intent, leaseMs);
    if (first.kind !== 'busy') return first;
    const own = await this.openBookings.giveWay(intent);
    if (own !== undefined) return { kind: 'held', booking: own };
    const second = await this.bookings.open(intent, leaseMs);
    if (second.kind === 'busy') throw anotherIsOpen();
    return second;
  }
}
