import { Digits, Optional, PageQuery, PlainText } from '@modex/api-core';
import { PLAN_FORMATS, PlanFormat, TemplateName, TEMPLATES } from '@modex/api-plans';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';

const MOST = 1_000_000_000;

/** Which plans are asked for. */
export class PlansQuery extends PageQuery {
  /** `only`: those that are put away, instead of the others. */
  @Optional()
  @IsIn(['only'])
  archived?: 'only';
}

/** A new plan. */
export class CreatePlanDto {
  /**
   * What it is called; one line.
   * @example "Great hall"
   */
  @PlainText('planName')
  name: string;

  /**
   * Where it is.
   * @example "Linden Theatre"
   */
  @Optional()
  @PlainText('venue')
  venue?: string;

  /** What it begins as: `blank`, or a first draft of `rows`, a `theatre`, `tables`, or a floor for people who are `standing`. */
  @Optional()
  @IsIn(TEMPLATES)
  @ApiProperty({ enum: TEMPLATES, enumName: 'PlanTemplate', required: false })
  template?: TemplateName;
}

/** What is changed of a plan; what is left out stays. */
export class EditPlanDto {
  /**
   * What it is called; one line.
   * @example "Great hall"
   */
  @Optional()
  @PlainText('planName')
  name?: string;

  /** Where it is; empty: nothing is said. */
  @Optional()
  @PlainText('venue')
  venue?: string;

  /** Whether it is put away: it is no longer offered for shows. */
  @Optional()
  @IsBoolean()
  archived?: boolean;
}

/** A copy of a plan. */
export class DuplicatePlanDto {
  /**
   * What the copy is called; one line.
   * @example "Great hall with a thrust stage"
   */
  @PlainText('planName')
  name: string;
}

/** The draft as somebody saw it. */
export class RevisionDto {
  /** The revision that you read; if the draft has another one by now, the answer is `plan-changed`. */
  @IsInt()
  @Min(1)
  @Max(MOST)
  revision: number;
}

/** A whole draft. */
export class SaveDraftDto extends RevisionDto {
  /** The drawing, as `GET /api/plans/schema.json` describes it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  drawing: object;
}

/** A change of a draft (RFC 6902). */
export class DrawingChangeDto {
  /** What is done. */
  @ApiProperty({ enum: ['add', 'remove', 'replace'], enumName: 'DrawingChangeOp' })
  op: 'add' | 'remove' | 'replace';
  /**
   * A JSON pointer into the drawing; `-` is the end of a list, and the `length` of a list may be replaced by a smaller one.
   * @example "/sections/0/rows/2/label"
   */
  path: string;
  /** What is put there; nothing for `remove`. */
  @ApiProperty({ required: false })
  value?: unknown;
}

/** Changes of a draft, carried out in their order, all or none. */
export class ChangeDraftDto extends RevisionDto {
  /** The changes. */
  @ApiProperty({ type: [DrawingChangeDto] })
  changes: DrawingChangeDto[];
}

/** Of which format a file is, and what its plan is called. */
export class ImportQuery {
  /** `modex`: our own JSON; `pretix`: a seating plan of pretix; `csv`: a table of seats. */
  @IsIn(PLAN_FORMATS)
  @ApiProperty({ enum: PLAN_FORMATS, enumName: 'PlanFormat' })
  format: PlanFormat;

  /** The name of the plan, instead of that in the file; a table has none. */
  @Optional()
  @PlainText('planName')
  name?: string;
}

/** What is exported, and as what. */
export class ExportQuery {
  /** `modex`: our own JSON; `pretix`: a seating plan of pretix; `csv`: a table of seats. */
  @IsIn(PLAN_FORMATS)
  @ApiProperty({ enum: PLAN_FORMATS, enumName: 'PlanFormat' })
  format: PlanFormat;

  /** The number of a published version; without it, the draft. */
  @Optional()
  @Digits()
  @IsInt()
  @Min(1)
  @Max(MOST)
  version?: number;
}
