import { AdminShowResponse, EditShowDto } from '@modex/web-api-client';
import { DETAIL_LABELS, detailsOf, ruleWords, ShowDetails } from '../details/show-details';

export const DETAIL_NAMES = Object.keys(DETAIL_LABELS) as readonly (keyof ShowDetails)[];

/** A field that two admins changed: the other's value, and the one in the form. */
export interface Clash {
  readonly label: string;
  readonly theirs: string;
  readonly mine: string;
}

/** The fields that the form has changed. */
export function changedFields(before: ShowDetails, now: ShowDetails): readonly (keyof ShowDetails)[] {
  return DETAIL_NAMES.filter((name) => before[name] !== now[name]);
}

/** What is sent: the fields that were changed, and no other. `startTime`: the moment that is meant. */
export function editOf(before: AdminShowResponse, now: ShowDetails, startTime: string): EditShowDto {
  const changed = new Set(changedFields(detailsOf(before), now));
  const text = { title: now.title.trim(), venue: now.venue.trim(), description: now.description.trim() };
  const all = { ...now, ...text };
  const named = DETAIL_NAMES.filter((name) => name !== 'startTime' && changed.has(name));
  const isMoved = startTime !== before.startTime && (changed.has('startTime') || changed.has('timeZone'));
  return {
    version: before.version,
    ...Object.fromEntries(named.map((name) => [name, all[name]])),
    ...(isMoved ? { startTime } : {}),
  };
}

/**
 * Merges the form with a show that another admin has changed meanwhile: fields that were edited here stay, the others
 * take their new values. @returns the fields that both changed, to be compared
 */
export function rebase(
  mine: ShowDetails,
  before: ShowDetails,
  theirs: ShowDetails,
): { readonly form: ShowDetails; readonly clashes: readonly Clash[] } {
  const kept = new Set(changedFields(before, mine));
  const form = { ...theirs, ...Object.fromEntries([...kept].map((name) => [name, mine[name]])) };
  const both = changedFields(before, theirs).filter((name) => kept.has(name) && mine[name] !== theirs[name]);
  return { form, clashes: both.map((name) => clash(name, theirs, mine)) };
}

function clash(name: keyof ShowDetails, theirs: ShowDetails, mine: ShowDetails): Clash {
  return { label: DETAIL_LABELS[name], theirs: written(theirs[name]), mine: written(mine[name]) };
}

function written(value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return ruleWords(value);
  return value === null || value === '' ? 'nothing' : `${value}`.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ');
}
