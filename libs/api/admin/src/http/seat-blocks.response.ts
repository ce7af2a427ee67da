import { BlockedSeats } from '@modex/api-shows';

/** What a block, or a release, did. */
export class BlockedSeatsResponse {
  /**
   * The seats that it changed (ids).
   * @example ["9f8e7d6c5b4a392800000012"]
   */
  changedSeatIds: string[];
  /**
   * The seats that stayed as they were: already blocked, or, for a release, not blocked.
   * @example []
   */
  unchangedSeatIds: string[];
}

export function toBlockedSeatsResponse({ changed, unchanged }: BlockedSeats): BlockedSeatsResponse {
  return { changedSeatIds: [...changed], unchangedSeatIds: [...unchanged] };
}
