import { Injectable } from '@nestjs/common';
import { AccountService, User } from '@modex/api-accounts';
import { BookingRepository } from '@modex/api-bookings';
import { SeatRepository } from '@modex/api-seats';
import { ShowService } from '@modex/api-shows';
import {
  blockedAt,
  Booking,
  DomainError,
  NamedSeat,
  nameSeats,
  Seat,
  SeatEvent,
  seatHistory,
  SeatStatus,
  soldAt,
} from '@modex/domain';

/** An event with the people of it. */
export interface LedgerEntry extends SeatEvent {
  readonly customer: User | undefined;
  /** Who did it; undefined for the system. */
  readonly user: User | undefined;
}

/** A seat with its events, oldest first. */
export interface SeatLedger {
  readonly seat: NamedSeat;
  readonly entries: readonly LedgerEntry[];
}

/** What happened to each seat and when. Derived from the bookings, and the blocks that seats remember: both are added to and never deleted. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly shows: ShowService,
    private readonly seats: SeatRepository,
    private readonly bookings: BookingRepository,
    private readonly accounts: AccountService,
  ) {}

  /** @throws DomainError `unknown-show`, `unknown-seat` */
  async history(showId: string, seatId: string): Promise<SeatLedger> {
    const show = await this.shows.findSeated(showId);
    const [seat] = nameSeats(show, [seatId]);
    if (seat === undefined) throw new DomainError('unknown-seat', 'There is no such seat.', { seatIds: [seatId] });
    const blocks = await this.seats.findBlockEvents(showId, seatId);
    const events = seatHistory(seatId, await this.bookings.findBySeat(showId, seatId), blocks);
    const users = await this.accounts.findUsers(
      events.flatMap(({ customerId, userId }) => [customerId, userId].filter((id) => id !== undefined)),
    );
    const person = (id: string | undefined): User | undefined => users.get(id ?? '');
    const entries = events.map((event) => ({
      ...event,
      customer: person(event.customerId),
      user: person(event.userId),
    }));
    return { seat, entries };
  }

  /** The seat map as it was sold and blocked at a moment. @throws DomainError `unknown-show` */
  async mapAt(showId: string, moment: Date): Promise<readonly Seat[]> {
    const show = await this.shows.findSeated(showId);
    const bookings: Booking[] = [];
    for await (const booking of this.bookings.eachOfShow(showId, ['CONFIRMED', 'CANCELLED'])) bookings.push(booking);
    const sold = soldAt(moment, bookings);
    const blocked = blockedAt(moment, await this.seats.findBlockEvents(showId));
    const seats = await this.seats.findByShow(show);
    const statusOf = (id: string): SeatStatus => (sold.has(id) ? 'BOOKED' : blocked.has(id) ? 'BLOCKED' : 'AVAILABLE');
    return seats.map((seat) => ({ ...seat, status: statusOf(seat.id) }));
  }
}
