import { IsISO8601 } from 'class-validator';

/** A moment in the life of a show. */
export class MomentQuery {
  /**
   * The moment, as ISO 8601 writes it.
   * @example "2099-01-01T00:00:00Z"
   */
  @IsISO8601({ strict: true }, { message: 'must be a time as ISO 8601 writes it, such as 2099-01-01T00:00:00Z' })
  time: string;
}
