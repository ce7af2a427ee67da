import { Injectable } from '@nestjs/common';
import { Page, pageOf, PageQuery, pageRequest, unknownThing } from '@modex/api-core';
import { isPlainPlan, LaidOutPlan, PlanDrawing, planProblems } from '@modex/domain';
import { unpack } from './packed';
import { PlanDraft, PlanRecord } from './plan';
import { PlanContents } from './plan-contents';
import { PlanLayouts } from './plan-layouts';
import { PlanRepository } from './plan.repository';

/** How often a draft is looked for that is saved again just then. */
const LOOKS = 5;

/** Reads plans. */
@Injectable()
export class PlanService {
  constructor(
    private readonly plans: PlanRepository,
    private readonly contents: PlanContents,
    private readonly layouts: PlanLayouts,
  ) {}

  /** Latest created first; either those that are put away, or the others. */
  async list(query: PageQuery, archived: boolean): Promise<Page<PlanRecord>> {
    const request = pageRequest(query);
    const found = await this.plans.list(request, archived);
    return pageOf(found, request.limit, ({ createdAt: time, id }) => ({ time, id }));
  }

  /** @throws DomainError `unknown-plan` */
  async find(planId: string): Promise<PlanRecord> {
    const plan = await this.plans.find(planId);
    if (plan === undefined) throw unknownThing('unknown-plan');
    return plan;
  }

  /** What these drawn plans are called now, with one read; plain plans have no name. */
  async findNames(planIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.plans.findNames([...new Set(planIds.filter((planId) => !isPlainPlan(planId)))]);
  }

  /** The draft of a plan. @throws DomainError `unknown-plan` */
  async findDraft(planId: string): Promise<Omit<PlanDraft, 'problems'>> {
    for (let look = 0; look < LOOKS; look++) {
      const plan = await this.find(planId);
      // A draft that is saved at this moment takes the place of the one that was named.
      const bytes = await this.contents.get(plan.draft);
      if (bytes !== undefined) return { plan, drawing: await unpack<PlanDrawing>(bytes) };
    }
    throw new Error(`The draft of the plan ${planId} is missing.`);
  }

  /** The draft with what is wrong with it. @throws DomainError `unknown-plan` */
  async judgeDraft(planId: string): Promise<PlanDraft> {
    const draft = await this.findDraft(planId);
    return { ...draft, problems: planProblems(draft.drawing) };
  }

  /** The drawing of a published version. @throws DomainError `unknown-plan` */
  async findDrawing(planId: string, version: number): Promise<PlanDrawing> {
    const found = (await this.find(planId)).versions.find((other) => other.version === version);
    const bytes = found && (await this.contents.get(found.drawing));
    if (bytes === undefined) throw unknownThing('unknown-plan');
    return unpack<PlanDrawing>(bytes);
  }

  /**
   * A published version as shows are put on in it, from memory where it was asked for lately; a plain plan too, by its id and
   * version 1.
   */
  async findVersion(planId: string, version: number): Promise<LaidOutPlan | undefined> {
    return this.layouts.find(planId, version);
  }
}
