import { computed, inject, Signal } from '@angular/core';
import { LaidOutPlan, PlanLayout } from '@modex/domain';
import { Api, getPlanLayout, PlanLayoutResponse, Problem, reading, ShowResponse } from '@modex/web-api-client';
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
  const api = inject(Api);
  const put = computed(show, { equal: isSamePlan });
  const layout = reading({
    params: () => versionOf(put()),
    read: (version) => api.invoke(getPlanLayout, version),
  });
  const plan = computed(() => {
    const shown = put();
    if (shown === undefined) return undefined;
    if (isPlain(shown)) return plainShowPlan(shown, shown.seatPrefix);
    const drawn = layoutIn(layout.value());
    return drawn && new ShowPlan(new LaidOutPlan(drawn), shown.seatPrefix);
  });
  const reload = async (): Promise<void> => {
    if (layout.problem()) await layout.reload();
  };
  return { plan, problem: layout.problem, reload };
}

function versionOf(show: InPlan | undefined): { readonly planId: string; readonly version: number } | undefined {
  return show === undefined || isPlain(show) ? undefined : { planId: show.planId, version: show.planVersion };
}

/** How the ids of plain plans begin; no other id does. */
const PLAIN = 'plain-';

function isPlain(show: InPlan): boolean {
  return show.planId.startsWith(PLAIN);
}

/** The contract describes the sections of a layout in words only; API and site have them from one type of the domain. */
function layoutIn(told: PlanLayoutResponse | undefined): PlanLayout | undefined {
  return told as unknown as PlanLayout | undefined;
}

function isSamePlan(one: InPlan | undefined, other: InPlan | undefined): boolean {
  const fields = ['planId', 'planVersion', 'totalSeats', 'seatsPerRow', 'seatPrefix'] as const;
  return fields.every((field) => one?.[field] === other?.[field]);
}
