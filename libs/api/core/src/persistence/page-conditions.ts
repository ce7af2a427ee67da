import type { PageRequest } from '../page/page';
import { objectId } from './object-id';

/** What a page of a list asks of its entries, latest first by the field and then by id; nothing on the first page. */
export function pageConditions(field: string, { after }: PageRequest): readonly Record<string, unknown>[] {
  if (after === undefined) return [];
  const { time, id } = after;
  return [{ $or: [{ [field]: { $lt: time } }, { [field]: time, _id: { $lt: objectId(id) } }] }];
}
