import { ProcessShare } from '../settings';

/** The part of a limit that one of several processes of a machine has; the parts of all of them add up to the limit. */
export function partOf(limit: number, { index, of }: ProcessShare): number {
  return Math.floor((limit + index) / of);
}
