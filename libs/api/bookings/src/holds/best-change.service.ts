import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { StatusBoards } from '@modex/api-seats';
import {
  bestGroup,
  Booking,
  DomainError,
  Hall,
  hallOf,
  largestGroup,
  placeNumberOf,
  seatIdAt,
  SeatWish,
  SeatedShow,
} from '@modex/domain';
import { BookingChecks } from '../booking-checks';
import { BookingRepository } from '../booking.repository';
import { MOST_LOOKS } from './best-hold.service';
import { HoldChangeService } from './hold-change.service';
import { notEnoughSeats, tooManyChoose } from './hold-refusals';

/**
 * Changes a hold to the best seats: those that it has count as free. Each group that is tried is a change like any other, so
 * that the hold becomes one of them, or stays what it was.
 */
@Injectable()
export class BestChangeService {
  constructor(
    private readonly bookings: BookingRepository,
    private readonly checks: BookingChecks,
    private readonly changes: HoldChangeService,
    private readonly boards: StatusBoards,
  ) {}

  /**
   * @param hold as it was read; HELD
   * @throws DomainError `show-not-on-sale` (nothing was written), `not-enough-seats` with the size of the largest group that
   * would fit; as `HoldChangeService.change`, except `seat-taken`
   */
  async change(hold: Booking, wanted: Omit<SeatWish, 'noLoneSeat'>, caller: Caller): Promise<Booking> {
    const show = await this.checks.findShow(hold.showId);
    await this.checks.checkShow(show, { ...hold, seats: [] }, this.checks.boundOf(caller));
    const wish: SeatWish = { ...wanted, noLoneSeat: show.noLoneSeat };
    let seen = hold;
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const hall = await this.hallFor(seen, show);
      const group = bestGroup(hall, wish);
      if (group === undefined) throw notEnoughSeats(largestGroup(hall, wish));
      const changed = await this.tryGroup(seen, show, group.places);
      if (changed !== undefined) return changed;
      seen = (await this.bookings.find(hold)) ?? seen;
    }
    throw tooManyChoose();
  }

  /** @returns undefined if somebody else got one of the seats */
  private async tryGroup(hold: Booking, show: SeatedShow, places: readonly number[]): Promise<Booking | undefined> {
    const seats = places.map((place) => seatIdAt(show.seatPrefix, place)).toSorted();
    try {
      return await this.changes.change(hold, show, seats);
    } catch (cause) {
      if (cause instanceof DomainError && cause.code === 'seat-taken') return undefined;
      throw cause;
    }
  }

  private async hallFor({ seats }: Booking, show: SeatedShow): Promise<Hall> {
    const hall = hallOf(show, (await this.boards.readAnew(show)).status);
    const own = new Set(seats.map(placeNumberOf));
    return { ...hall, isFree: (place) => hall.isFree(place) || own.has(place) };
  }
}
