import { literals, objectId, onlyIf } from '@modex/api-core';
import { CHANGES_KEPT, ShowEdit, ShowField, ShowStatus } from '@modex/domain';
import { PipelineStage } from 'mongoose';
import { StoredEdit } from '../show.repository';
import { searchKey } from './search-key';
import { fromPrices } from './show-document';
import { ChangeDocument, ShowDocument } from './show.schema';

/** Where a field is stored. */
const STORED: Readonly<Record<ShowField, keyof ShowDocument>> = {
  title: 'title',
  startTime: 'start_time',
  saleOpensAt: 'sale_opens_at',
  saleClosesAt: 'sale_closes_at',
  timeZone: 'time_zone',
  durationMinutes: 'duration_minutes',
  venue: 'venue',
  description: 'description',
  houseRules: 'house_rules',
  gettingThere: 'getting_there',
  limitPerCustomer: 'limit_per_customer',
  noLoneSeat: 'no_lone_seat',
  giveBackHours: 'give_back_hours',
  prices: 'prices',
};

/** How long after the last edit those who have booked are told of it, in milliseconds. */
const QUIET_MS = 2 * 60_000;

/** Statuses of shows that may be edited. */
export const EDITABLE_STATUSES: readonly ShowStatus[] = ['DRAFT', 'ON_SALE'];

/** Whether the show may be edited, told by the database's clock in the write itself: not one that has started. */
export const EDITABLE = { $or: [{ $eq: ['$status', 'DRAFT'] }, { $gt: ['$start_time', '$$NOW'] }] };

/**
 * The stage that writes an edit; a show that has started stays as it is, and so does its version.
 * @param before what was changed of the version that is edited, oldest first
 */
export function editStage(edit: StoredEdit, before: readonly ChangeDocument[]): PipelineStage.Set {
  return { $set: onlyIf(EDITABLE, editFields(edit, before)) };
}

/** What an edit writes: the fields, the next version, and what is remembered of the change. */
export function editFields(
  { version, fields, words, changes, by }: StoredEdit,
  before: readonly ChangeDocument[],
): Record<string, unknown> {
  const now = changes.map((change) => ({ ...literals({ ...change, by: objectId(by) }), at: '$$NOW' }));
  const all = [...before.map((change) => ({ $literal: change })), ...now].slice(-CHANGES_KEPT);
  const key = literals({ search_key: searchKey(words) });
  const told = { news_at: { $add: ['$$NOW', QUIET_MS] } };
  return { ...storedFields(fields), ...key, ...told, version: { $literal: version + 1 }, changes: all };
}

/** The fields under their stored names; fields without a value are removed, but where nothing said means something else. */
function storedFields(fields: ShowEdit): Record<string, unknown> {
  const named = (Object.keys(fields) as ShowField[]).filter((field) => fields[field] !== undefined);
  return Object.fromEntries(
    named.map((field) => [
      STORED[field],
      fields[field] === null && field !== 'giveBackHours' ? '$$REMOVE' : { $literal: storedValue(field, fields) },
    ]),
  );
}

function storedValue(field: ShowField, fields: ShowEdit): unknown {
  return field === 'prices' ? fromPrices(fields.prices) : fields[field];
}
