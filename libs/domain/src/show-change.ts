import { Show } from './show';

/** What an organiser may change of a show that exists. */
export const SHOW_FIELDS = [
  'title',
  'startTime',
  'saleOpensAt',
  'saleClosesAt',
  'timeZone',
  'durationMinutes',
  'venue',
  'description',
  'houseRules',
  'gettingThere',
  'limitPerCustomer',
  'noLoneSeat',
  'giveBackHours',
  'prices',
] as const satisfies readonly (keyof Show)[];
export type ShowField = (typeof SHOW_FIELDS)[number];

/** What a show remembers changes of: beside those fields the version of its plan, which it is taken to by a switch. */
export const CHANGED_FIELDS = [...SHOW_FIELDS, 'planVersion'] as const satisfies readonly (keyof Show)[];
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** What an organiser wants a show to be: the fields that are named, and no other. */
export type ShowEdit = Partial<Pick<Show, ShowField>>;

/** One field of a show as it was and as it became, both as the contract writes them; null for none. */
export interface FieldChange {
  readonly field: ChangedField;
  readonly from: string | null;
  readonly to: string | null;
}

/** A change with when it was made, and the id of the admin who made it. */
export interface ShowChange extends FieldChange {
  readonly at: Date;
  readonly by: string;
}

/** Changes that a show remembers; the oldest are forgotten first. */
export const CHANGES_KEPT = 200;

/** The fields of a show whose changes do not concern people who have already booked: they say how seats are sold. */
const UNTOLD: readonly ChangedField[] = [
  'saleOpensAt',
  'saleClosesAt',
  'limitPerCustomer',
  'noLoneSeat',
  'giveBackHours',
  'prices',
  'planVersion',
];

/**
 * In milliseconds: a change this shortly before a booking may not have been seen by its customer, since a page stays open
 * for a while and the API's answer about a show is up to a second old.
 */
const UNSEEN_MS = 10 * 60_000;

/** The changes of an edit, in the order of the fields; a field that already has the wanted value is no change. */
export function changesOf(show: Show, edit: Partial<Pick<Show, ChangedField>>): readonly FieldChange[] {
  return CHANGED_FIELDS.flatMap((field) => {
    const wanted = edit[field];
    if (wanted === undefined) return [];
    const [from, to] = [written(show[field]), written(wanted)];
    return from === to ? [] : [{ field, from, to }];
  });
}

/**
 * What a customer who booked at this moment must be told: for each changed field its value then and now, with the time of
 * the last change. A field that was changed back is left out.
 * @param changes oldest first
 */
export function changesSince(bookedAt: Date, changes: readonly ShowChange[]): readonly ShowChange[] {
  const seenUntil = bookedAt.getTime() - UNSEEN_MS;
  const told = new Map<ChangedField, ShowChange>();
  for (const change of changes.filter(({ at, field }) => at.getTime() > seenUntil && !UNTOLD.includes(field))) {
    told.set(change.field, { ...change, from: (told.get(change.field) ?? change).from });
  }
  return [...told.values()].filter(({ from, to }) => from !== to);
}

function written(value: Show[ChangedField]): string | null {
  if (value === null) return null;
  if (typeof value !== 'object') return String(value);
  return 'toISOString' in value ? value.toISOString() : JSON.stringify(value);
}
