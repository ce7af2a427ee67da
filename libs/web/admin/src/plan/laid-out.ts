import { inject } from '@angular/core';
import { LaidOutPlan, PlanLayout } from '@modex/domain';
import { Api, getPlanLayout, PlanLayoutResponse, Reading, reading } from '@modex/web-api-client';
import { ShowPlan } from '@modex/web-seats';

/** One published version of a plan. */
export interface PlanVersion {
  readonly planId: string;
  readonly planVersion: number;
}

/** Whether a show is put on by its size alone, so that its seats need no drawing. */
export function isPlain({ planId }: Pick<PlanVersion, 'planId'>): boolean {
  return planId.startsWith('plain-');
}

/** The layout of a drawn plan. `asked`: undefined while none is needed, as for a plain one. */
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
