import { PageRequest } from '@modex/api-core';
import { PlanRecord, PlanVersion } from './plan';

/** What a draft becomes when it is saved. */
export type DraftFields = Pick<PlanRecord, 'name' | 'venue' | 'places' | 'nextNumber' | 'draft' | 'editedBy'>;

/** A new version of a plan; when it was published is the database's time. */
export type NewVersion = Omit<PlanVersion, 'publishedAt'>;

/** The plans. Each change is one compare-and-set, so that of two admins the second is told. */
export abstract class PlanRepository {
  /** A plan with its first draft. @param planId a new id */
  abstract create(planId: string, draft: DraftFields): Promise<PlanRecord>;
  abstract find(planId: string): Promise<PlanRecord | undefined>;
  /** By their ids; plans that do not exist are left out. */
  abstract findNames(planIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Latest created first, one more than asked for. */
  abstract list(page: PageRequest, archived: boolean): Promise<readonly PlanRecord[]>;
  /** @param revision that the save follows @returns undefined if the draft has another one by now, or is gone */
  abstract saveDraft(planId: string, revision: number, draft: DraftFields): Promise<PlanRecord | undefined>;
  /** @param revision of the draft that is published @returns undefined if draft or versions are others by now */
  abstract publish(planId: string, revision: number, version: NewVersion): Promise<PlanRecord | undefined>;
  /** @returns undefined if there is no such plan */
  abstract archive(planId: string, archived: boolean): Promise<PlanRecord | undefined>;
  /** Deletes a plan that was never published. @returns whether it did */
  abstract remove(planId: string): Promise<boolean>;
}
