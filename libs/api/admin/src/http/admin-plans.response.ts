import { ApiProperty } from '@nestjs/swagger';
import { User } from '@modex/api-accounts';
import { PageResponse, PlanProblemResponse } from '@modex/api-core';
import { ImportWarning, latestVersion, PlanDraft, PlanOfFile, PlanRecord } from '@modex/api-plans';
import { PlanProblem } from '@modex/domain';
import { CustomerResponse, toCustomer } from './admin.response';

/** A published version of a plan. */
export class PlanVersionResponse {
  /** From 1. */
  version: number;
  /** How many places it has. */
  places: number;
  /** When it was published. */
  @ApiProperty({ type: String, format: 'date-time' })
  publishedAt: string;
}

/** A plan without its drawings. */
export class PlanResponse {
  planId: string;
  /** @example "Great hall" */
  name: string;
  @ApiProperty({ type: String, nullable: true })
  venue: string | null;
  /** How many places its draft has. */
  places: number;
  /** How often its draft was saved; send it back with the next save. */
  revision: number;
  /** The version that was published last; 0: none yet. */
  latestVersion: number;
  /** The published versions, the first first. */
  versions: PlanVersionResponse[];
  /** Whether it is put away: it is no longer offered for shows. */
  archived: boolean;
  /** Who saved it last; null when no longer known. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  editedBy: CustomerResponse | null;
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;
  /** When it was changed last. */
  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt: string;
}

/** One page of plans, latest created first. */
export class PlanPageResponse extends PageResponse {
  items: PlanResponse[];
}

/** What was saved of a draft. */
export class SavedDraftResponse {
  planId: string;
  /** Send it back with the next save. */
  revision: number;
  /** How many places it has. */
  places: number;
  /** The lowest number for a new place; numbers are never used again. */
  nextNumber: number;
  /** What is wrong with it; an error stops it from being published, not from being saved. */
  problems: PlanProblemResponse[];
}

/** A draft. */
export class DraftResponse extends SavedDraftResponse {
  /** Who saved it last; null when no longer known. */
  @ApiProperty({ type: CustomerResponse, nullable: true })
  editedBy: CustomerResponse | null;
  /** When it was changed last. */
  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt: string;
  /** The drawing, as `GET /api/plans/schema.json` describes it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  drawing: object;
}

/** What is wrong with a draft. */
export class PlanProblemsResponse {
  planId: string;
  /** Of which revision of the draft. */
  revision: number;
  /** An error stops it from being published. */
  problems: PlanProblemResponse[];
}

/** Something of a file that was not carried over as it is, or that somebody should look at. */
export class ImportWarningResponse implements ImportWarning {
  /** Where: a JSON pointer into the file; for a table, the line as the file counts them. */
  at: string;
  /** What, in words. */
  warning: string;
}

/** A plan that was made of a file. */
export class ImportedPlanResponse {
  planId: string;
  /** How many places it has. */
  places: number;
  /** All that was not carried over as it is. */
  warnings: ImportWarningResponse[];
}

export function toPlanResponse(plan: PlanRecord, people: ReadonlyMap<string, User>): PlanResponse {
  const { id: planId, name, venue, places, revision, versions, archived, createdAt, updatedAt } = plan;
  return {
    ...{ planId, name, venue, places, revision, archived, latestVersion: latestVersion(plan) },
    versions: versions.map(({ version, places: had, publishedAt }) => ({
      ...{ version, places: had, publishedAt: publishedAt.toISOString() },
    })),
    editedBy: toCustomer(people.get(plan.editedBy)),
    ...{ createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() },
  };
}

export function toSavedDraft({ plan, problems }: Pick<PlanDraft, 'plan' | 'problems'>): SavedDraftResponse {
  const { id: planId, revision, places, nextNumber } = plan;
  return { planId, revision, places, nextNumber, problems: problems.map(toProblem) };
}

export function toDraftResponse(draft: PlanDraft, people: ReadonlyMap<string, User>): DraftResponse {
  const { plan, drawing } = draft;
  const editedBy = toCustomer(people.get(plan.editedBy));
  return { ...toSavedDraft(draft), editedBy, updatedAt: plan.updatedAt.toISOString(), drawing };
}

export function toPlanProblems({ plan, problems }: PlanDraft): PlanProblemsResponse {
  return { planId: plan.id, revision: plan.revision, problems: problems.map(toProblem) };
}

export function toImportedPlan({ plan, warnings }: PlanOfFile): ImportedPlanResponse {
  return { planId: plan.id, places: plan.places, warnings: [...warnings] };
}

function toProblem({ code, severity, message, at, numbers }: PlanProblem): PlanProblemResponse {
  return { code, severity, message, at, ...(numbers === undefined ? {} : { numbers: [...numbers] }) };
}
