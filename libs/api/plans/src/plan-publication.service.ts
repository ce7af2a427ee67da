import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@modex/api-activity';
import { unknownThing } from '@modex/api-core';
import { DomainError, layoutOfDrawing, PlanDrawing, planProblems } from '@modex/domain';
import { usedNumbers } from './drawing/place-numbers';
import { planRefused } from './drawing/plan-refused';
import { packForReaders } from './packed';
import { latestVersion, PlanRecord } from './plan';
import { planActivity } from './plan-activity';
import { PlanContents } from './plan-contents';
import { DraftSave, planChanged, PlanDraftService } from './plan-draft.service';
import { PlanRepository } from './plan.repository';
import { PlanService } from './plan.service';

/** What is changed of a plan beside its drawing; what is undefined stays. */
export interface PlanEdit {
  readonly name?: string | undefined;
  /** Empty: nothing is said. */
  readonly venue?: string | undefined;
  readonly archived?: boolean | undefined;
}

/** Publishes plans, puts them away, and deletes those that were never published. */
@Injectable()
export class PlanPublicationService {
  constructor(
    private readonly plans: PlanService,
    private readonly drafts: PlanDraftService,
    private readonly repository: PlanRepository,
    private readonly contents: PlanContents,
    private readonly log: ActivityLog,
  ) {}

  /**
   * Makes the draft the next version, on which shows can be put on. The last step is one write, so a crash leaves the old
   * versions or all of the new one.
   * @throws DomainError `unknown-plan`, `plan-changed`, `plan-has-problems` with all of them when one is an error
   */
  async publish({ planId, revision, by }: DraftSave): Promise<PlanRecord> {
    const { plan, drawing } = await this.plans.findDraft(planId);
    if (plan.revision !== revision) throw planChanged(plan);
    await this.refuseFaulty(plan, drawing);
    const layout = await packForReaders(Buffer.from(JSON.stringify(layoutOfDrawing(drawing))));
    const published = await this.repository.publish(planId, revision, {
      ...{ version: latestVersion(plan) + 1, places: plan.places, publishedBy: by, drawing: plan.draft },
      layout: await this.contents.put(planId, layout),
    });
    if (published === undefined) throw planChanged(await this.plans.find(planId));
    await this.log.record(planActivity('plan.publish', published, by, published.updatedAt));
    return published;
  }

  /** Changes what is given of name, venue and whether it is put away. @throws DomainError `unknown-plan`, `plan-changed` */
  async edit(planId: string, { archived, name, venue }: PlanEdit, by: string): Promise<PlanRecord> {
    const named = { ...(name === undefined ? {} : { name }), ...(venue === undefined ? {} : { venue: venue || null }) };
    const isNamed = Object.keys(named).length > 0;
    const plan = isNamed ? await this.drafts.rename(planId, named, by) : await this.plans.find(planId);
    return archived === undefined || archived === plan.archived ? plan : this.archive(planId, archived, by);
  }

  /** Puts a plan away, or takes it back; shows that are put on in it stay. @throws DomainError `unknown-plan` */
  async archive(planId: string, archived: boolean, by: string): Promise<PlanRecord> {
    const plan = await this.repository.archive(planId, archived);
    if (plan === undefined) throw unknownThing('unknown-plan');
    await this.log.record(planActivity('plan.archive', plan, by, plan.updatedAt));
    return plan;
  }

  /** Deletes a plan. @throws DomainError `unknown-plan`, `plan-published` */
  async remove(planId: string, by: string): Promise<void> {
    const plan = await this.plans.find(planId);
    if (!(await this.repository.remove(planId))) throw published(await this.plans.find(planId));
    await this.contents.removeAll(planId);
    await this.log.record(planActivity('plan.delete', plan, by, new Date()));
  }

  private async refuseFaulty(plan: PlanRecord, drawing: PlanDrawing): Promise<void> {
    const last = latestVersion(plan);
    const used = last === 0 ? [] : usedNumbers(drawing, await this.plans.findDrawing(plan.id, last));
    const problems = [...used, ...planProblems(drawing)];
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw planRefused([...errors, ...problems.filter((problem) => !errors.includes(problem))]);
  }
}

function published({ name }: PlanRecord): DomainError {
  return new DomainError('plan-published', `${name} was published, and shows may be put on in it; archive it instead.`);
}
