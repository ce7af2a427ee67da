import { FieldTree, max, maxLength, min, required, SchemaPathTree, validate } from '@angular/forms/signals';
import { LIMITS } from '@modex/domain';
import { AdminShowResponse, CreateShowDto } from '@modex/web-api-client';
import {
  counted,
  instantToWallTime,
  RefusedField,
  serverClock,
  visitorZone,
  WallTime,
  wallTimeToInstant,
  writeNumber,
} from '@modex/web-ui';

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

/** The fields of a form that are times, as the clocks of the venue show them; all but the start may be empty. */
export const TIME_FIELDS = ['startTime', 'saleOpensAt', 'saleClosesAt'] as const;
export type TimeField = (typeof TIME_FIELDS)[number];

export function isTimeField(name: string): name is TimeField {
  return TIME_FIELDS.some((field) => field === name);
}

/** The moments that are meant, as RFC 3339; null for none. */
export type Moments = Readonly<Record<TimeField, string | null>>;

/** The fields of a show's form, except its seats. */
export interface ShowDetails {
  readonly title: string;
  readonly venue: string;
  readonly description: string;
  readonly houseRules: string;
  readonly gettingThere: string;
  readonly startTime: WallTime;
  readonly saleOpensAt: WallTime;
  readonly saleClosesAt: WallTime;
  readonly timeZone: string;
  readonly durationMinutes: number | null;
  readonly limitPerCustomer: number | null;
  readonly noLoneSeat: boolean;
  /** Null: customers never give seats back themselves. */
  readonly giveBackHours: number | null;
}

/** The names of the fields, as a form has them. */
export const DETAIL_LABELS: Readonly<Record<keyof ShowDetails, string>> = {
  title: $localize`Title`,
  venue: $localize`Venue`,
  description: $localize`Description`,
  houseRules: $localize`House rules`,
  gettingThere: $localize`How to get there`,
  startTime: $localize`Date and time`,
  saleOpensAt: $localize`Sale opens`,
  saleClosesAt: $localize`Sale closes`,
  timeZone: $localize`Time zone`,
  durationMinutes: $localize`Length in minutes`,
  limitPerCustomer: $localize`Seats for one customer`,
  noLoneSeat: $localize`No lone seat`,
  giveBackHours: $localize`Customers give seats back`,
};

/** A rule of a show in words. */
export function ruleWords(isOn: boolean): string {
  return isOn ? $localize`yes` : $localize`no`;
}

/** Until when customers give seats back, in words. */
export function giveBackWords(hours: number | null): string {
  if (hours === null) return $localize`only at the box office`;
  if (hours === 0) return $localize`until the show starts`;
  return counted(hours, $localize`{n, plural, =1 {until 1 hour before} other {until ${hours}:hours: hours before}}`);
}

/** A show that is not written yet: in the zone of whoever writes it. */
export function emptyDetails(): ShowDetails {
  const words = { title: '', venue: '', description: '', houseRules: '', gettingThere: '' };
  const times = { startTime: '', saleOpensAt: '', saleClosesAt: '' };
  const numbers = { durationMinutes: null, limitPerCustomer: null };
  return { ...words, ...times, ...numbers, timeZone: visitorZone(), noLoneSeat: false, giveBackHours: 0 };
}

export function detailsOf(show: AdminShowResponse): ShowDetails {
  const {
    title,
    venue,
    description,
    startTime,
    timeZone,
    durationMinutes,
    limitPerCustomer,
    noLoneSeat,
    giveBackHours,
  } = show;
  return {
    title,
    venue: venue ?? '',
    description: description ?? '',
    houseRules: show.houseRules ?? '',
    gettingThere: show.gettingThere ?? '',
    startTime: instantToWallTime(startTime, timeZone),
    saleOpensAt: wallTimeOf(show.saleOpensAt, timeZone),
    saleClosesAt: wallTimeOf(show.saleClosesAt, timeZone),
    timeZone,
    durationMinutes,
    limitPerCustomer,
    noLoneSeat,
    giveBackHours,
  };
}

function wallTimeOf(at: string | null, timeZone: string): WallTime {
  return at === null ? '' : instantToWallTime(at, timeZone);
}

/** What the form must fulfil before it is sent. */
export function detailRules(path: SchemaPathTree<ShowDetails>): void {
  required(path.title, { message: $localize`Give the show a title.` });
  maxLength(path.title, LIMITS.title, { message: $localize`At most ${LIMITS.title}:most: characters.` });
  maxLength(path.venue, LIMITS.venue, { message: $localize`At most ${LIMITS.venue}:most: characters.` });
  maxLength(path.description, LIMITS.description, {
    message: $localize`At most ${LIMITS.description}:most: characters.`,
  });
  for (const field of ['houseRules', 'gettingThere'] as const) {
    maxLength(path[field], LIMITS[field], { message: $localize`At most ${LIMITS[field]}:most: characters.` });
  }
  required(path.startTime, { message: $localize`Say when it starts.` });
  validate(path.startTime, ({ value, valueOf }) =>
    value() && value() <= nowIn(valueOf(path.timeZone))
      ? { kind: 'past', message: $localize`This time has passed.` }
      : undefined,
  );
  saleRules(path);
  const { durationMinutesMin, durationMinutesMax, limitPerCustomer } = LIMITS;
  wholeOrNone(
    path.durationMinutes,
    [durationMinutesMin, durationMinutesMax],
    $localize`A whole number of minutes, from ${durationMinutesMin}:least: to ${writeNumber(durationMinutesMax)}:most:, or nothing.`,
  );
  wholeOrNone(
    path.limitPerCustomer,
    [1, limitPerCustomer],
    $localize`A whole number of seats, from 1 to ${writeNumber(limitPerCustomer)}:most:, or nothing.`,
  );
}

/** The same order as the API asks for; compared as the clocks of the venue show it. */
function saleRules(path: SchemaPathTree<ShowDetails>): void {
  validate(path.saleClosesAt, ({ value, valueOf }) =>
    value() && valueOf(path.startTime) && value() > valueOf(path.startTime)
      ? { kind: 'late', message: $localize`The sale closes when the show starts, or earlier.` }
      : undefined,
  );
  validate(path.saleOpensAt, ({ value, valueOf }) => {
    const end = valueOf(path.saleClosesAt) || valueOf(path.startTime);
    if (!value() || !end || value() < end) return undefined;
    return { kind: 'late', message: $localize`The sale opens before it closes, and before the show starts.` };
  });
}

/** What the clocks of the venue show now, by the clock of the server. */
export function nowIn(timeZone: string): WallTime {
  return instantToWallTime(new Date(serverClock.now()).toISOString(), timeZone);
}

/**
 * The moments of the form; in an hour that comes twice, the first one is meant.
 * @returns instead the fields whose time the clocks of the venue jump over
 */
export async function momentsOf(details: Pick<ShowDetails, TimeField | 'timeZone'>): Promise<Moments | TimeField[]> {
  const read = TIME_FIELDS.map(async (field) => [field, await momentOf(details[field], details.timeZone)] as const);
  const moments = await Promise.all(read);
  const skipped = moments.filter(([, moment]) => moment === undefined).map(([field]) => field);
  return skipped.length > 0 ? skipped : (Object.fromEntries(moments) as Moments);
}

/** One of them; null for an empty field, undefined for a time that the clocks jump over. */
export async function momentOf(time: WallTime, timeZone: string): Promise<string | null | undefined> {
  if (time === '') return null;
  const moment = await wallTimeToInstant(time, timeZone);
  if (moment?.kind === 'once') return moment.instant;
  return moment?.kind === 'twice' ? moment.earlier : undefined;
}

/** What is said at these fields of a form. */
export function skippedTimes(
  fields: readonly TimeField[],
  form: { readonly [Name in TimeField]: FieldTree<WallTime> },
): RefusedField[] {
  return fields.map((field) => ({ kind: 'skipped', fieldTree: form[field], message: SKIPPED }));
}

/** What is sent of a new show: empty words and numbers are left out. */
export function newShowOf(
  details: ShowDetails,
  { startTime, saleOpensAt, saleClosesAt }: Moments,
): Omit<CreateShowDto, 'totalSeats' | 'rows' | 'seatsPerRow' | 'publish'> {
  const { title, venue, description, timeZone, durationMinutes, limitPerCustomer, noLoneSeat, giveBackHours } = details;
  return {
    title: title.trim(),
    startTime: startTime ?? '',
    ...(saleOpensAt === null ? {} : { saleOpensAt }),
    ...(saleClosesAt === null ? {} : { saleClosesAt }),
    timeZone,
    ...(venue.trim() ? { venue: venue.trim() } : {}),
    ...(description.trim() ? { description: description.trim() } : {}),
    ...(details.houseRules.trim() ? { houseRules: details.houseRules.trim() } : {}),
    ...(details.gettingThere.trim() ? { gettingThere: details.gettingThere.trim() } : {}),
    ...(durationMinutes === null ? {} : { durationMinutes }),
    ...(limitPerCustomer === null ? {} : { limitPerCustomer }),
    ...(noLoneSeat ? { noLoneSeat } : {}),
    ...(giveBackHours === 0 ? {} : { giveBackHours }),
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
