import { max, maxLength, min, required, SchemaPathTree, validate } from '@angular/forms/signals';
import { LIMITS } from '@modex/domain';
import { AdminShowResponse, CreateShowDto } from '@modex/web-api-client';
import { serverClock, instantToWallTime, visitorZone, WallTime, wallTimeToInstant } from '@modex/web-ui';

/** Limits of the API that a form checks before it is sent. */
export const DETAIL_LIMITS = {
  title: 200,
  venue: 200,
  description: 2000,
  minutesMin: 5,
  minutesMax: 1440,
  perCustomer: 100,
} as const;

/** The words about a time that does not exist because the clocks jump over it. */
export const SKIPPED = $localize`The clocks of the venue jump over this time that night. Choose another one.`;

/** The fields of a show's form, except its seats. `startTime`: what the clocks of the venue show. */
export interface ShowDetails {
  readonly title: string;
  readonly venue: string;
  readonly description: string;
  readonly startTime: WallTime;
  readonly timeZone: string;
  readonly durationMinutes: number | null;
  readonly limitPerCustomer: number | null;
  readonly noLoneSeat: boolean;
}

/** The names of the fields, as a form has them. */
export const DETAIL_LABELS: Readonly<Record<keyof ShowDetails, string>> = {
  title: $localize`Title`,
  venue: $localize`Venue`,
  description: $localize`Description`,
  startTime: $localize`Date and time`,
  timeZone: $localize`Time zone`,
  durationMinutes: $localize`Length in minutes`,
  limitPerCustomer: $localize`Seats for one customer`,
  noLoneSeat: $localize`No lone seat`,
};

/** A rule of a show in words. */
export function ruleWords(isOn: boolean): string {
  return isOn ? $localize`yes` : $localize`no`;
}

/** A show that is not written yet: in the zone of whoever writes it. */
export function emptyDetails(): ShowDetails {
  const words = { title: '', venue: '', description: '', startTime: '' };
  return { ...words, timeZone: visitorZone(), durationMinutes: null, limitPerCustomer: null, noLoneSeat: false };
}

export function detailsOf(show: AdminShowResponse): ShowDetails {
  const { title, venue, description, startTime, timeZone, durationMinutes, limitPerCustomer, noLoneSeat } = show;
  return {
    title,
    venue: venue ?? '',
    description: description ?? '',
    startTime: instantToWallTime(startTime, timeZone),
    timeZone,
    durationMinutes,
    limitPerCustomer,
    noLoneSeat,
  };
}

/** What the form must fulfil before it is sent. */
export function detailRules(path: SchemaPathTree<ShowDetails>): void {
  required(path.title, { message: $localize`Give the show a title.` });
  maxLength(path.title, LIMITS.title, { message: $localize`At most ${LIMITS.title}:most: characters.` });
  maxLength(path.venue, LIMITS.venue, { message: $localize`At most ${LIMITS.venue}:most: characters.` });
  maxLength(path.description, LIMITS.description, {
    message: $localize`At most ${LIMITS.description}:most: characters.`,
  });
  required(path.startTime, { message: $localize`Say when it starts.` });
  validate(path.startTime, ({ value, valueOf }) =>
    value() && value() <= nowIn(valueOf(path.timeZone))
      ? { kind: 'past', message: $localize`This time has passed.` }
      : undefined,
  );
  const { durationMinutesMin, durationMinutesMax, limitPerCustomer } = LIMITS;
  wholeOrNone(
    path.durationMinutes,
    [durationMinutesMin, durationMinutesMax],
    $localize`A whole number of minutes, from ${durationMinutesMin}:least: to ${written(durationMinutesMax)}:most:, or nothing.`,
  );
  wholeOrNone(
    path.limitPerCustomer,
    [1, limitPerCustomer],
    $localize`A whole number of seats, from 1 to ${written(limitPerCustomer)}:most:, or nothing.`,
  );
}

/** What the clocks of the venue show now, by the clock of the server. */
export function nowIn(timeZone: string): WallTime {
  return instantToWallTime(new Date(serverClock.now()).toISOString(), timeZone);
}

/**
 * The moment that is meant, as RFC 3339; in an hour that comes twice, the first one.
 * @returns undefined for a time that the clocks of the venue jump over
 */
export async function momentOf({ startTime, timeZone }: ShowDetails): Promise<string | undefined> {
  const moment = await wallTimeToInstant(startTime, timeZone);
  if (moment?.kind === 'once') return moment.instant;
  return moment?.kind === 'twice' ? moment.earlier : undefined;
}

/** What is sent of a new show: empty words and numbers are left out. */
export function newShowOf(
  details: ShowDetails,
  startTime: string,
): Omit<CreateShowDto, 'totalSeats' | 'rows' | 'seatsPerRow' | 'publish'> {
  const { title, venue, description, timeZone, durationMinutes, limitPerCustomer, noLoneSeat } = details;
  return {
    title: title.trim(),
    startTime,
    timeZone,
    ...(venue.trim() ? { venue: venue.trim() } : {}),
    ...(description.trim() ? { description: description.trim() } : {}),
    ...(durationMinutes === null ? {} : { durationMinutes }),
    ...(limitPerCustomer === null ? {} : { limitPerCustomer }),
    ...(noLoneSeat ? { noLoneSeat } : {}),
  };
}

function wholeOrNone(
  path: SchemaPathTree<number | null>,
  [least, most]: readonly [number, number],
  message: string,
): void {
  min(path, least, { message });
  max(path, most, { message });
  validate(path, ({ value }) => (Number.isInteger(value() ?? 1) ? undefined : { kind: 'whole', message }));
}

function written(count: number): string {
  return count.toLocaleString('en-GB');
}
