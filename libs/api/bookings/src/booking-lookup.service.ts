import { Injectable } from '@nestjs/common';
import { AccountService } from '@modex/api-accounts';
import { newId, networkOf, RateLimitPolicy, RateLimits, tooManyRequests } from '@modex/api-core';
import { Booking, DomainError, isSameEmail, PURCHASED, readBookingCode } from '@modex/domain';
import { BookingDetails, BookingListService } from './booking-list.service';
import { BookingRepository } from './booking.repository';
import { BookingProof } from './holder/booking-proof';

/** A booking that was found by its code, with the proof that opens it again. */
export interface FoundBooking {
  readonly details: BookingDetails;
  /** For the header `Booking-Access`. */
  readonly access: string;
}

/**
 * Limits wrong e-mails for one code, so that somebody who has seen a ticket cannot try many addresses: first per network,
 * which does not lock out a customer in another network, then over all networks.
 */
const FROM_ONE: RateLimitPolicy = { name: 'look-up-code', points: 10, seconds: 600 };
const FROM_ALL: RateLimitPolicy = { name: 'look-up-code-anywhere', points: 100, seconds: 600 };

/** Opens a booking anywhere by what its customer has: the code of the ticket and the e-mail. */
@Injectable()
export class BookingLookupService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly accounts: AccountService,
    private readonly lists: BookingListService,
    private readonly proof: BookingProof,
    private readonly limits: RateLimits,
  ) {}

  /**
   * @throws DomainError `unknown-booking`, the same for a wrong code, a wrong e-mail and what can be no code;
   * `too-many-requests`
   */
  async find(typed: string, email: string, address: string): Promise<FoundBooking> {
    const code = readBookingCode(typed) ?? typed;
    const counts = [
      { policy: FROM_ONE, key: `${networkOf(address)} ${code}` },
      { policy: FROM_ALL, key: code },
    ] as const;
    // One after the other: a request that the first limit refuses does not count for the second, which is shared by all.
    for (const { policy, key } of counts) {
      const { allowed, resetSeconds } = await this.limits.take(policy, key);
      if (!allowed) throw tooManyRequests(resetSeconds);
    }
    const booking = await this.bookingOf(code, email);
    if (booking === undefined) {
      throw new DomainError('unknown-booking', 'No booking has this code and this e-mail; check both.');
    }
    for (const { policy, key } of counts) await this.limits.giveBack(policy, key);
    return { details: await this.lists.describe(booking), access: this.proof.give(booking) };
  }

  /** Reads a person even if the code is unknown, so that the time of the answer does not reveal which of the two is wrong. */
  private async bookingOf(code: string, email: string): Promise<Booking | undefined> {
    const found = await this.bookings.findByCode(code, PURCHASED);
    const people = await this.accounts.findUsers(found.length === 0 ? [newId()] : found.map(({ userId }) => userId));
    return found.find(({ userId }) => isSameEmail(people.get(userId)?.email ?? '', email));
  }
}
