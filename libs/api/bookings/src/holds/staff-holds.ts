import { Injectable } from '@nestjs/common';
import { AccountService, Caller, User } from '@modex/api-accounts';
import { mapPage, Page, PageQuery, pageRequest } from '@modex/api-core';
import { ShowService } from '@modex/api-shows';
import { Booking, NamedSeat, seatsByName } from '@modex/domain';
import { toPage } from '../booking-list.service';
import { BookingRepository } from '../booking.repository';
import { HoldEndService } from './hold-end.service';
import { unknownHold } from './hold-refusals';

/** A hold as staff see it. */
export interface OpenHold {
  readonly hold: Booking;
  readonly seats: readonly NamedSeat[];
  readonly customer: User | undefined;
}

/** How staff see and end the holds of a show. */
@Injectable()
export class StaffHolds {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly shows: ShowService,
    private readonly accounts: AccountService,
    private readonly ends: HoldEndService,
  ) {}

  /** The holds of a show, latest first; a hold whose time is over is listed until the sweep ends it. */
  async list(showId: string, query: PageQuery): Promise<Page<OpenHold>> {
    const [show, request] = [await this.shows.find(showId), pageRequest(query)];
    const found = await this.bookings.findByShow(showId, ['HELD'], request);
    const page = toPage(found, request.limit);
    const customers = await this.accounts.findUsers(page.items.map(({ userId }) => userId));
    return mapPage(page, (hold) => ({
      hold,
      seats: seatsByName(hold, show).seats,
      customer: customers.get(hold.userId),
    }));
  }

  /**
   * Releases a customer's hold. Does nothing to a hold that is over.
   * @throws DomainError `unknown-hold`, `hold-confirmed`
   */
  async release(showId: string, holdId: string, caller: Caller): Promise<void> {
    const hold = await this.bookings.findById(holdId);
    if (hold?.hold === undefined || hold.showId !== showId) throw unknownHold();
    await this.ends.release(hold, caller.userId);
  }
}
