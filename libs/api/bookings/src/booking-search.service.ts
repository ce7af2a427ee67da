import { Injectable } from '@nestjs/common';
import { AccountService } from '@modex/api-accounts';
import { Page, PageQuery, pageRequest } from '@modex/api-core';
import { PURCHASED, readBookingCode } from '@modex/domain';
import { BookingListService, SoldBooking, toPage } from './booking-list.service';
import { BookingRepository } from './booking.repository';

/** Which bookings staff looks for. */
export interface BookingSearch extends PageQuery {
  /** A code, a name, an e-mail, or the beginnings of their words. */
  readonly q: string;
  readonly showId?: string;
}

/** Bookings that were found, latest first. */
export interface FoundBookings extends Page<SoldBooking> {
  /** More people may match the text than were looked through. */
  readonly morePeople: boolean;
}

/** Finds bookings by what customers at the door can say: the code, the name or the e-mail. */
@Injectable()
export class BookingSearchService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly accounts: AccountService,
    private readonly lists: BookingListService,
  ) {}

  async search({ q, showId, ...query }: BookingSearch): Promise<FoundBookings> {
    const request = pageRequest(query);
    const people = await this.accounts.searchUsers(q);
    // The text may be a name that looks like a code.
    const [code, userIds] = [readBookingCode(q), people.users.map(({ id }) => id)];
    const sought = { code, userIds, showId: showId?.toLowerCase() };
    const page = toPage(await this.bookings.findSought(sought, PURCHASED, request), request.limit);
    return { ...page, items: await this.lists.describeSold(page.items), morePeople: people.more };
  }
}
