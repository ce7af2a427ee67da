import { Injectable } from '@nestjs/common';
import { unknownThing } from '@modex/api-core';
import { latestVersion, PlanService } from '@modex/api-plans';
import { DomainError, inPlainPlan, isPlainPlan, Layout, plainPlan, Plan, Show } from '@modex/domain';
import { NewShow } from './show.repository';

/** A plan in which a show is put on. */
export interface ChosenPlan extends Pick<NewShow, 'layout' | 'drawn'> {
  readonly plan: Plan;
}

/** What a request says of the plan. */
export interface PlanChoice {
  readonly planId: string;
  /** Absent: the latest one. */
  readonly planVersion?: number | undefined;
}

/** The plans that shows are put on in. */
@Injectable()
export class ShowPlans {
  constructor(private readonly plans: PlanService) {}

  /** The show with its plan. A plain plan costs nothing; another one is in memory if it was asked for lately. */
  async seated<S extends Show>(show: S): Promise<S & { readonly plan: Plan }> {
    if (isPlainPlan(show.planId)) return inPlainPlan(show);
    const plan = await this.plans.findVersion(show.planId, show.planVersion);
    if (plan === undefined) throw new Error(`The plan ${show.planId} of the show ${show.id} is missing.`);
    return { ...show, plan };
  }

  /** A plan that nobody drew. */
  plain(layout: Layout): ChosenPlan {
    return { plan: plainPlan(layout), layout };
  }

  /** @throws DomainError `unknown-plan`; `validation-failed` for a version that the plan does not have */
  async choose({ planId, planVersion }: PlanChoice): Promise<ChosenPlan> {
    const version = planVersion ?? latestVersion(await this.plans.find(planId));
    if (version === 0) throw noVersion('The plan has not been published yet; publish it first.', 'planId');
    const plan = await this.plans.findVersion(planId, version);
    if (plan === undefined) {
      if (planVersion === undefined) throw unknownThing('unknown-plan');
      throw noVersion('The plan has no such version.', 'planVersion');
    }
    const seatsPerRow = plan.rows.reduce((longest, { size }) => Math.max(longest, size), 1);
    return { plan, layout: { totalSeats: plan.size, seatsPerRow }, drawn: { planId, version } };
  }
}

function noVersion(message: string, field: string): DomainError {
  return new DomainError('validation-failed', message, { fields: [{ field, message }] });
}
