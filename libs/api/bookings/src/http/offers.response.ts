import { ApiProperty } from '@nestjs/swagger';
import { SeatPlaceResponse } from '@modex/api-seats';
import { SEAT_PREFERENCES, SeatPreference } from '@modex/domain';
import { OffersOfShow } from '../holds/seat-offers';

/** Free seats for a party. */
export class SeatOfferResponse {
  /** What speaks for them: side by side with the best view, the best view of all, the lowest price, or nearest to the stage. */
  @ApiProperty({ enum: SEAT_PREFERENCES, enumName: 'SeatPreference', example: 'together' })
  preference: SeatPreference;
  /** The seats, in the order of the seat map. */
  seats: SeatPlaceResponse[];
  /** Whether they are side by side in one row; otherwise they are in two rows, one behind the other. */
  together: boolean;
}

/** What a show has for a party. */
export class OffersResponse {
  /** @example "66f0c0ffee00112233445566" */
  showId: string;
  /** The best first; none if so many seats are free neither in one row nor in two, one behind the other. */
  offers: SeatOfferResponse[];
  /**
   * How many seats the largest party could have.
   * @example 12
   */
  largest: number;
}

export function toOffersResponse({ show, offers, largest }: OffersOfShow): OffersResponse {
  return {
    showId: show.id,
    offers: offers.map(({ preference, seats, isSplit }) => ({ preference, seats: [...seats], together: !isSplit })),
    largest,
  };
}
