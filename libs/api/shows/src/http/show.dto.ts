import { Instant, Optional, PageQuery, PlainText } from '@modex/api-core';

/** Which shows a visitor looks for. */
export class ShowSearchQuery extends PageQuery {
  /**
   * Words of the title and the venue, in any order; case, accents and apostrophes do not matter.
   * @example "moon"
   */
  @Optional()
  @PlainText('search')
  q?: string;

  /**
   * Shows that start at or after this time.
   * @example "2026-01-01T00:00:00Z"
   */
  @Optional()
  @Instant()
  from?: Date;

  /**
   * Shows that start at or before this time.
   * @example "2099-01-01T00:00:00Z"
   */
  @Optional()
  @Instant()
  to?: Date;
}
