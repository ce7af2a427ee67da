import { ShowPlan } from '@modex/web-seats';

/** The index of the first place that can be had where people stand; undefined: there is none. `section` is its key. */
export function nextFreeOf(
  { plan }: ShowPlan,
  section: string,
  isFree: (index: number) => boolean,
): number | undefined {
  const row = plan.rows.findIndex(({ standing }) => standing?.key === section);
  return row === -1 ? undefined : [...plan.placesOf(row)].find(isFree);
}
