import { mdiCheckCircleOutline, mdiPencilOutline } from '@mdi/js';
import { PlanResponse } from '@modex/web-api-client';
import { ChipTone } from '@modex/web-ui';

/** The state of a plan in a word. */
export interface PlanState {
  readonly word: string;
  readonly icon: string;
  readonly tone: ChipTone;
}

/** Whether a plan is published, and whether its draft was changed since. */
export function planState({ versions, updatedAt }: Pick<PlanResponse, 'versions' | 'updatedAt'>): PlanState {
  const published = versions.at(-1);
  if (published === undefined) return { word: $localize`Draft`, icon: mdiPencilOutline, tone: 'quiet' };
  const isChanged = Date.parse(updatedAt) > Date.parse(published.publishedAt);
  if (isChanged) return { word: $localize`Changed since`, icon: mdiPencilOutline, tone: 'waiting' };
  return { word: $localize`Published`, icon: mdiCheckCircleOutline, tone: 'good' };
}
