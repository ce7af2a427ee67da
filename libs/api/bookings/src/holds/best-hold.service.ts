import { Injectable } from '@nestjs/common';
import { Caller } from '@modex/api-accounts';
import { StatusBoard, StatusBoards } from '@modex/api-seats';
import {
  bestGroup,
  DomainError,
  Hall,
  hallOf,
  largestGroup,
  placeNumberOf,
  seatIdAt,
  SeatGroup,
  SeatWish,
  SeatedShow,
} from '@modex/domain';
import { BookingChecks } from '../booking-checks';
import { ChosenSeats } from './chosen-seats';
import { notEnoughSeats, tooManyChoose } from './hold-refusals';
import { HoldOutcome, HoldService } from './hold.service';
import { OpenBookings } from './open-bookings';

/**
 * How often groups are looked for. Each new look means that somebody else got a seat in between, so that more of them
 * means that something is wrong with a seat.
 */
export const MOST_LOOKS = 50;

/** A request to hold seats that the customer did not choose. */
export interface BestHoldCommand extends Omit<SeatWish, 'noLoneSeat'> {
  readonly showId: string;
  /** Where an anonymous guest holds from; absent for everybody else. */
  readonly origin?: string | undefined;
}

/** Somebody who looks for seats. */
interface Party {
  readonly userId: string;
  readonly origin: string | undefined;
  readonly show: SeatedShow;
  readonly wish: SeatWish;
  /** Places that this customer may not hold for the moment, and why. */
  paused?: { readonly places: ReadonlySet<number>; readonly refusal: DomainError };
}

/**
 * Holds the best free seats. Which they are is chosen from the board; each group that is tried is a hold of its own, with
 * its intent before its first lock. If it loses a seat, it is rolled back and ended, and the next group is chosen from what
 * the database says then. Nobody is refused before the database was read anew.
 */
@Injectable()
export class BestHoldService {
  constructor(
    private readonly checks: BookingChecks,
    private readonly holding: HoldService,
    private readonly openBookings: OpenBookings,
    private readonly boards: StatusBoards,
    private readonly chosen: ChosenSeats,
  ) {}

  /**
   * Asking again for as many seats as the caller already holds changes nothing.
   * @throws DomainError `validation-failed` for an unknown section or category; `unknown-show`, `show-not-on-sale`, `not-enough-seats` with the size of the largest group that
   * would fit; as `HoldService.make`, except `seat-taken`
   */
  async hold({ showId, origin, ...wanted }: BestHoldCommand, caller: Caller): Promise<HoldOutcome> {
    const show = await this.checks.findShow(showId);
    const { userId } = caller;
    await this.checks.checkShow(show, { userId, seats: [] }, this.checks.boundOf(caller));
    const party: Party = { userId, origin, show, wish: { ...wanted, noLoneSeat: show.noLoneSeat } };
    const first = await this.tryBest(party, hallFor(party, await this.boards.read(show)));
    if (first !== undefined) return first;
    // A hold whose pause lasts stays as it is: it is all that is known of the pause.
    const intent = { userId, showId, seats: [], names: [], isHold: true, quantity: wanted.quantity };
    const own = party.paused === undefined ? await this.openBookings.giveWay(intent) : undefined;
    return own === undefined ? this.lookAnew(party) : { hold: own, replayed: true };
  }

  /** The board may be out of date in both directions, so from here on only what the database says counts. */
  private async lookAnew(party: Party): Promise<HoldOutcome> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const hall = hallFor(party, await this.boards.readAnew(party.show));
      if (bestGroup(hall, party.wish) === undefined)
        throw party.paused?.refusal ?? notEnoughSeats(largestGroup(hall, party.wish));
      const outcome = await this.tryBest(party, hall);
      if (outcome !== undefined) return outcome;
    }
    throw tooManyChoose();
  }

  /**
   * Tries the best group that nobody else in this process is trying.
   * @returns undefined if there is none, after the others have come to an end; or if this customer cannot have the group
   */
  private async tryBest(party: Party, hall: Hall): Promise<HoldOutcome | undefined> {
    const { id: showId } = party.show;
    const others = this.chosen.of(showId);
    const isFree = (place: number): boolean => hall.isFree(place) && !others.has(place);
    const group = bestGroup({ ...hall, isFree }, party.wish);
    if (group !== undefined) return this.chosen.during(showId, group.places, () => this.tryGroup(party, group));
    await this.chosen.settled(showId);
    return undefined;
  }

  private async tryGroup(party: Party, { places }: SeatGroup): Promise<HoldOutcome | undefined> {
    const { show, userId, origin, wish } = party;
    const seats = places.map((place) => seatIdAt(show.seatPrefix, place));
    try {
      return await this.holding.make(show, { userId, origin, seats, quantity: wish.quantity });
    } catch (cause) {
      if (!(cause instanceof DomainError)) throw cause;
      if (cause.code === 'seat-taken') return undefined;
      if (cause.code !== 'hold-paused') throw cause;
      party.paused = { places: new Set(cause.facts.seatIds?.map(placeNumberOf)), refusal: cause };
      return undefined;
    }
  }
}

/** The seats that this customer may hold. */
function hallFor({ show, paused }: Party, board: StatusBoard): Hall {
  const hall = hallOf(show, board.status);
  return { ...hall, isFree: (place) => hall.isFree(place) && paused?.places.has(place) !== true };
}
