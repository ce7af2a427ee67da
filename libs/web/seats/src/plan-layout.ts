import { inject } from '@angular/core';
import { LaidOutPlan, PlanLayout } from '@modex/domain';
import { Api, getPlanLayout, PlanLayoutResponse, Reading, reading } from '@modex/web-api-client';
import { ShowPlan } from './show-plan';

/** One published version of a plan. */
export interface PlanVersion {
  readonly planId: string;
  readonly planVersion: number;
}

/** The layout of a drawn plan, read once for a version. `asked`: undefined while none is needed, as for a plain one. */
export function layoutReading(asked: () => PlanVersion | undefined): Reading<PlanLayoutResponse> {
  const api = inject(Api);
  return reading({
    params: asked,
    read: ({ planId, planVersion: version }) => api.invoke(getPlanLayout, { planId, version }),
  });
}

/** The plan of a layout. Without the prefix of a show its seats have no ids. */
export function planOfLayout(layout: PlanLayoutResponse, seatPrefix = ''): ShowPlan {
  // The contract leaves the parts of sections open; their shape is the domain's, which the API writes.
  return new ShowPlan(new LaidOutPlan(layout as unknown as PlanLayout), seatPrefix);
}
