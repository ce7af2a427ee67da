import { ApiProperty } from '@nestjs/swagger';

const ANY = { type: 'object', additionalProperties: true } as const;

/** What places and rows are called where they have no word of their own. */
export class PlanWordsResponse {
  /**
   * What is said before the label of a row.
   * @example "Row"
   */
  row: string;
  /**
   * What is said before the label of a place.
   * @example "Seat"
   */
  seat: string;
}

/** Seats that are sold alike. */
export class PlanCategoryResponse {
  /** What places and prices refer to. */
  key: string;
  /** @example "Stalls" */
  name: string;
  /**
   * As `#rrggbb`.
   * @example "#1976d2"
   */
  color: string;
}

/** One version of a plan as seat maps read it; positions of rows are whole tenths of a plan unit (about a millimetre). */
export class PlanLayoutResponse {
  /** What the plan is called; empty for a plain one. */
  name: string;
  /** Where it is; null: nothing was said. */
  @ApiProperty({ type: String, nullable: true })
  venue: string | null;
  /** In plan units, about a centimetre. */
  width: number;
  /** In plan units, about a centimetre. */
  height: number;
  /** What rows and places are called. */
  words: PlanWordsResponse;
  /** Its categories; rows name them by their position in this list. */
  categories: PlanCategoryResponse[];
  /** The stage as it is drawn; null: none. */
  @ApiProperty({ ...ANY, nullable: true })
  stage: object | null;
  /** What else is drawn and not sold. */
  @ApiProperty({ type: 'array', items: ANY })
  decorations: object[];
  /**
   * Its sections. Of kind `seats`: rows with `label`, `numbers` (pairs: the first of some consecutive numbers, and how many),
   * `labels` (`from` and `step`, or one by one), `line` (x and y of the first and of the last place) or `at` (x and y of the
   * first place, then the differences), `categories` (pairs: which category, and how many places in turn). Of kind `standing`:
   * position, size and the ranges of `numbers`.
   */
  @ApiProperty({ type: 'array', items: ANY })
  sections: object[];
}
