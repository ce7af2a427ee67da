import { isPlainPlan } from '@modex/domain';
import { AdminShowResponse, Api, getAdminShow, getPlanLayout } from '@modex/web-api-client';
import { PLAIN_CATEGORIES, PricedCategory } from '../prices/prices-draft';

/** A show with the categories of its plan, which its prices are for. */
export interface PricedShow {
  readonly show: AdminShowResponse;
  readonly categories: readonly PricedCategory[];
}

export async function readPricedShow(api: Api, showId: string): Promise<PricedShow> {
  const show = await api.invoke(getAdminShow, { showId });
  const { planId, planVersion: version } = show;
  if (isPlainPlan(planId)) return { show, categories: PLAIN_CATEGORIES };
  return { show, categories: (await api.invoke(getPlanLayout, { planId, version })).categories };
}
