import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { BookingChecks } from '../booking-checks';
import { CustomerHolds, HoldDetails } from './customer-holds';
import { HoldRepository } from './hold.repository';

/** The hold that a customer has in a show, for a page that was opened again or in another tab. */
@Injectable()
export class OpenHold {
  constructor(
    private readonly holds: HoldRepository,
    private readonly own: CustomerHolds,
    private readonly checks: BookingChecks,
  ) {}

  /** @returns undefined when the customer holds nothing there. @throws DomainError `unknown-show` */
  async find(showId: string, { userId }: Caller): Promise<HoldDetails | undefined> {
    await this.checks.findShow(showId);
    const open = await this.holds.findOpen(userId, showId);
    const isHeld = open?.booking.status === 'HELD' && open.booking.leaseUntil > open.asOf;
    return isHeld ? this.own.describe(open) : undefined;
  }
}
