import { validate, required, hidden, SchemaPathTree } from '@angular/forms/signals';
import { AdminShowResponse } from '@modex/web-api-client';
import { WallTime } from '@modex/web-ui';
import { momentOf, Moments, nowIn, SKIPPED } from '../details/show-details';

/** How often a show is put on again, in days; 0: once. */
export const REPEATS = { once: 0, day: 1, week: 7, fortnight: 14, fourWeeks: 28 } as const;
export type Repeat = keyof typeof REPEATS;

/** So many shows are made at once at most. */
export const MOST_DATES = 60;

/** A series of dates as it is typed, by the clocks of the venue. */
export interface DateSeries {
  readonly first: WallTime;
  readonly repeat: Repeat;
  /** The last day: "2026-12-31". */
  readonly until: string;
}

/** All dates of the series, at most one more than can be made at once. */
export function datesOf({ first, repeat, until }: DateSeries): readonly WallTime[] {
  const [day = '', time = ''] = first.split('T');
  const step = REPEATS[repeat];
  if (step === 0) return [first];
  const dates: WallTime[] = [];
  const next = new Date(`${day}T00:00Z`);
  while (isoDay(next) <= until && dates.length <= MOST_DATES) {
    dates.push(`${isoDay(next)}T${time}`);
    next.setUTCDate(next.getUTCDate() + step);
  }
  return dates;
}

/** What a series must fulfil. @param zone that of the venue */
export function seriesRules(path: SchemaPathTree<DateSeries>, zone: () => string): void {
  required(path.first, { message: $localize`Say when it starts.` });
  validate(path.first, ({ value }) =>
    value() && value() <= nowIn(zone()) ? { kind: 'past', message: $localize`This time has passed.` } : undefined,
  );
  hidden(path.until, { when: ({ valueOf }) => valueOf(path.repeat) === 'once' });
  required(path.until, { message: $localize`Say until which day.` });
  validate(path.until, ({ value, valueOf }) => {
    const series = { first: valueOf(path.first), repeat: valueOf(path.repeat), until: value() };
    if (!series.first || !series.until) return undefined;
    const count = datesOf(series).length;
    if (count === 0) return { kind: 'early', message: $localize`This day is before the first date.` };
    const message = $localize`At most ${MOST_DATES}:most: dates at once.`;
    return count > MOST_DATES ? { kind: 'tooMany', message } : undefined;
  });
}

/**
 * The moments of a show that is put on again at this time. Its sale opens when that of the other opens, and closes as long
 * before the start. @returns instead why there is no such moment
 */
export async function momentsAt(time: WallTime, show: AdminShowResponse): Promise<Moments | string> {
  const startTime = await momentOf(time, show.timeZone);
  if (typeof startTime !== 'string') return SKIPPED;
  const { saleOpensAt, saleClosesAt } = show;
  if (saleClosesAt === null) return { startTime, saleOpensAt, saleClosesAt };
  const before = Date.parse(show.startTime) - Date.parse(saleClosesAt);
  return { startTime, saleOpensAt, saleClosesAt: new Date(Date.parse(startTime) - before).toISOString() };
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
