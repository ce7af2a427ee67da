import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { StatusBoards } from '@modex/api-seats';
import {
  bestGroup,
  checkQuantity,
  HallPart,
  hallOf,
  largestGroup,
  NamedSeat,
  nameSeats,
  SEAT_PREFERENCES,
  seatIdAt,
  SeatGroup,
  SeatPreference,
  SeatWish,
  SeatedShow,
} from '@modex/domain';
import { BookingChecks } from '../booking-checks';

/** More of them are no help in choosing. */
const MOST_OFFERS = 3;

/** Seats that somebody would get, and what speaks for them. */
export interface SeatOffer {
  readonly preference: SeatPreference;
  readonly seats: readonly NamedSeat[];
  readonly isSplit: boolean;
}

/** What a show has for a party; `largest`: how many seats the largest party could have that sits together. */
export interface OffersOfShow {
  readonly show: SeatedShow;
  readonly offers: readonly SeatOffer[];
  readonly largest: number;
}

/** Shows which seats would be held, and holds none: a look at the board of this process. */
@Injectable()
export class SeatOffers {
  constructor(
    private readonly checks: BookingChecks,
    private readonly boards: StatusBoards,
    private readonly settings: Settings,
  ) {}

  /**
   * The best group by each preference; groups that are the same are offered once.
   * @throws DomainError `validation-failed` for an unknown section or category; `unknown-show`, `too-many-seats`; `show-not-on-sale`
   */
  async find(showId: string, { quantity, ...part }: HallPart & Pick<SeatWish, 'quantity'>): Promise<OffersOfShow> {
    checkQuantity(quantity, this.settings.maxSeatsPerBooking);
    const show = await this.checks.findShow(showId);
    await this.checks.checkShow(show, { userId: '', seats: [] }, 'window');
    const hall = hallOf(show, (await this.boards.read(show)).status);
    const found = new Map<string, SeatOffer>();
    for (const preference of SEAT_PREFERENCES) {
      const group = bestGroup(hall, { ...part, quantity, preference, noLoneSeat: show.noLoneSeat });
      const isNew = group !== undefined && !found.has(String(group.places));
      if (isNew) found.set(String(group.places), toOffer(show, group, preference));
    }
    return { show, offers: [...found.values()].slice(0, MOST_OFFERS), largest: largestGroup(hall, part) };
  }
}

function toOffer(show: SeatedShow, { places, isSplit }: SeatGroup, preference: SeatPreference): SeatOffer {
  const seatIds = places.map((place) => seatIdAt(show.seatPrefix, place));
  return { preference, seats: nameSeats(show, seatIds), isSplit };
}
