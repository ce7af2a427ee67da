import { ApiProperty } from '@nestjs/swagger';

/** What every page of a list has, beside its `items`. */
export abstract class PageResponse {
  /** Pass it as `cursor` for the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
