import { MOST_ISSUES } from '@modex/domain';
import { IsInt, Max, Min } from 'class-validator';

/** Which ticket is issued anew. */
export class ReissueDto {
  /**
   * The issue that you see. If it is not the valid one any more, nothing happens: asking twice is the same as once.
   * @example 1
   */
  @IsInt()
  @Min(1)
  @Max(MOST_ISSUES - 1)
  issue: number;
}
