import { SeatStatus } from '@modex/domain';

/** How a seat stands, for staff. */
export const STATUS_WORDS: Readonly<Record<SeatStatus, string>> = {
  AVAILABLE: $localize`free`,
  HELD: $localize`held`,
  BOOKED: $localize`sold`,
  BLOCKED: $localize`blocked`,
};
