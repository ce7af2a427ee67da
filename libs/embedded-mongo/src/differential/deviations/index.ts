import type { Deviation } from './deviation';
import { GENERAL } from './general';
import { OF_PIPELINES } from './pipelines';
import { OF_UPDATES } from './updates';

export type { Deviation } from './deviation';

/** All known deviations of the server of the comparison; the first that explains a difference is its reason. */
export const DEVIATIONS: readonly Deviation[] = [...GENERAL, ...OF_PIPELINES, ...OF_UPDATES];
