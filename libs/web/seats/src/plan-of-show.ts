import { computed, Signal } from '@angular/core';
import { isPlainPlan } from '@modex/domain';
import { Problem, ShowResponse } from '@modex/web-api-client';
import { layoutReading, planOfLayout } from './plan-layout';
import { plainShowPlan, ShowPlan } from './show-plan';

/** What a show says of its plan. */
export type InPlan = Pick<ShowResponse, 'planId' | 'planVersion' | 'totalSeats' | 'seatsPerRow' | 'seatPrefix'>;

/** The plan of a show, as far as it is known. */
export interface PlanReading {
  /** Undefined while its layout is on its way; the same object as long as the show stays in this version of the plan. */
  readonly plan: Signal<ShowPlan | undefined>;
  /** Why its layout could not be read. */
  readonly problem: Signal<Problem | undefined>;
  /** Asks once more for a layout that could not be read. */
  reload(): Promise<void>;
}

/** The plan that a show is put on in: a plain one is made here, since its size says it all; any other is read. */
export function planOfShow(show: () => InPlan | undefined): PlanReading {
  const put = computed(show, { equal: isSamePlan });
  const layout = layoutReading(() => {
    const shown = put();
    return shown === undefined || isPlainPlan(shown.planId) ? undefined : shown;
  });
  const plan = computed(() => {
    const shown = put();
    if (shown === undefined) return undefined;
    if (isPlainPlan(shown.planId)) return plainShowPlan(shown, shown.seatPrefix);
    const drawn = layout.value();
    return drawn && planOfLayout(drawn, shown.seatPrefix);
  });
  const reload = async (): Promise<void> => {
    if (layout.problem()) await layout.reload();
  };
  return { plan, problem: layout.problem, reload };
}

function isSamePlan(one: InPlan | undefined, other: InPlan | undefined): boolean {
  const fields = ['planId', 'planVersion', 'totalSeats', 'seatsPerRow', 'seatPrefix'] as const;
  return fields.every((field) => one?.[field] === other?.[field]);
}
