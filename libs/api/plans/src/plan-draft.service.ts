import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@modex/api-activity';
import { newId } from '@modex/api-core';
import { DomainError, LIMITS, placeCount, PlanDrawing, planProblems } from '@modex/domain';
import { applyChanges, DrawingChange } from './drawing/drawing-changes';
import { readDrawing } from './drawing/drawing-shape';
import { withNextNumber } from './drawing/place-numbers';
import { planRefused } from './drawing/plan-refused';
import { pack, turn } from './packed';
import { PlanDraft, PlanRecord } from './plan';
import { planActivity } from './plan-activity';
import { PlanContents } from './plan-contents';
import { DraftFields, PlanRepository } from './plan.repository';
import { PlanService } from './plan.service';
import { TemplateName, templateDrawing } from './templates';

/** A save of a draft. */
export interface DraftSave {
  readonly planId: string;
  /** The revision that it follows. */
  readonly revision: number;
  /** The user who saves. */
  readonly by: string;
}

/** How often a change of the name begins anew when somebody else saves the draft at the same time. */
const ATTEMPTS = 5;

/** Makes plans and changes their drafts. What is wrong with a draft is told, and stops nobody. */
@Injectable()
export class PlanDraftService {
  constructor(
    private readonly plans: PlanService,
    private readonly repository: PlanRepository,
    private readonly contents: PlanContents,
    private readonly log: ActivityLog,
  ) {}

  /** A new plan that begins as a template. */
  async create(template: TemplateName, named: Pick<PlanDrawing, 'name' | 'venue'>, by: string): Promise<PlanRecord> {
    return this.createFrom({ ...templateDrawing(template), ...named }, by);
  }

  /** A new plan with this drawing, which has the shape of one. */
  async createFrom(drawing: PlanDrawing, by: string): Promise<PlanRecord> {
    const planId = newId();
    const plan = await this.repository.create(planId, await this.keep(planId, withNextNumber(drawing, 0), by));
    await this.log.record(planActivity('plan.create', plan, by, plan.createdAt));
    return plan;
  }

  /** A new plan like the draft of this one. @throws DomainError `unknown-plan` */
  async duplicate(planId: string, name: string, by: string): Promise<PlanRecord> {
    const { drawing } = await this.plans.findDraft(planId);
    return this.createFrom({ ...drawing, name }, by);
  }

  /**
   * Saves a whole drawing as the draft.
   * @param parsed what should be a drawing
   * @throws DomainError `unknown-plan`, `plan-changed`, `plan-has-problems` when it has another shape or is too large
   */
  async save(save: DraftSave, parsed: unknown): Promise<PlanDraft> {
    const plan = await this.plans.find(save.planId);
    if (plan.revision !== save.revision) throw planChanged(plan);
    return this.store(save, plan, readDrawing(parsed, '/drawing'));
  }

  /**
   * Saves changes of the draft, all or none of them.
   * @throws DomainError `unknown-plan`, `plan-changed`, `validation-failed` for a change that does not fit the draft,
   *   `plan-has-problems` when it would get another shape or be too large
   */
  async change(save: DraftSave, changes: readonly DrawingChange[]): Promise<PlanDraft> {
    const { plan, drawing } = await this.plans.findDraft(save.planId);
    if (plan.revision !== save.revision) throw planChanged(plan);
    await turn();
    return this.store(save, plan, readDrawing(applyChanges(drawing, changes)));
  }

  /** Gives the plan another name or venue; what is left out stays. @throws DomainError `unknown-plan`, `plan-changed` */
  async rename(planId: string, named: Partial<Pick<PlanDrawing, 'name' | 'venue'>>, by: string): Promise<PlanRecord> {
    for (let attempt = 1; ; attempt++) {
      const { plan, drawing } = await this.plans.findDraft(planId);
      try {
        return (await this.store({ planId, revision: plan.revision, by }, plan, { ...drawing, ...named })).plan;
      } catch (error) {
        if (attempt === ATTEMPTS || !(error instanceof DomainError) || error.code !== 'plan-changed') throw error;
      }
    }
  }

  private async store({ planId, revision, by }: DraftSave, plan: PlanRecord, drawing: PlanDrawing): Promise<PlanDraft> {
    // Too much of anything could not even be kept and shown; places are counted first, since the rest looks at each.
    if (placeCount(drawing) > LIMITS.seatsPerShow) throw planRefused(planProblems(drawing));
    const numbered = withNextNumber(drawing, plan.nextNumber);
    const problems = planProblems(numbered);
    const tooMany = problems.filter(({ code }) => code === 'too-many-parts');
    if (tooMany.length > 0) throw planRefused(tooMany);
    await turn();
    const saved = await this.repository.saveDraft(planId, revision, await this.keep(planId, numbered, by));
    if (saved === undefined) throw planChanged(await this.plans.find(planId));
    const named = [saved.draft, ...saved.versions.flatMap((version) => [version.drawing, version.layout])];
    await this.contents.keepOnly(planId, named, plan.draft);
    return { plan: saved, drawing: numbered, problems };
  }

  private async keep(planId: string, drawing: PlanDrawing, editedBy: string): Promise<DraftFields> {
    const draft = await this.contents.put(planId, await pack(drawing));
    const { name, venue, nextNumber } = drawing;
    return { name, venue, places: placeCount(drawing), nextNumber, draft, editedBy };
  }
}

/** The refusal of whoever comes second. */
export function planChanged({ revision }: PlanRecord): DomainError {
  const detail = `Somebody else saved this plan meanwhile; it has revision ${revision} now. Read it again, then save yours anew.`;
  return new DomainError('plan-changed', detail);
}
