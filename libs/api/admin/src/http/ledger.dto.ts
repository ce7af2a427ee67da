import { Instant } from '@modex/api-core';

/** A moment in the life of a show. */
export class MomentQuery {
  /**
   * The moment, with its offset (RFC 3339).
   * @example "2099-01-01T00:00:00Z"
   */
  @Instant()
  time: Date;
}
