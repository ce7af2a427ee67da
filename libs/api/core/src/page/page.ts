import { invalid } from '../http/validation';
import { PageQuery } from './page-query.dto';

/** Where a page begins: after the entry with this time and id. */
export interface PageStart {
  readonly time: Date;
  readonly id: string;
}

/** A request for a page, as repositories take it. */
export interface PageRequest {
  readonly limit: number;
  readonly after?: PageStart;
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** @throws DomainError `validation-failed` for a cursor that did not come from a page. */
export function pageRequest({ limit = 20, cursor }: PageQuery): PageRequest {
  return cursor === undefined ? { limit } : { limit, after: decodeCursor(cursor) };
}

/**
 * A page from one entry more than was asked for: its presence tells that there is a next page.
 * @param startOf the sort key of an entry
 */
export function pageOf<T>(found: readonly T[], limit: number, startOf: (entry: T) => PageStart): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor(startOf(last)) : null };
}

/** The same page with other entries. */
export function mapPage<T, U>(page: Page<T>, map: (entry: T) => U): { items: U[]; nextCursor: string | null } {
  return { items: page.items.map(map), nextCursor: page.nextCursor };
}

function encodeCursor({ time, id }: PageStart): string {
  return Buffer.from(`${time.getTime()}:${id}`).toString('base64url');
}

function decodeCursor(cursor: string): PageStart {
  const match = /^(-?\d{1,16}):([0-9a-f]{24})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  const time = new Date(Number(match?.[1]));
  if (!match?.[2] || Number.isNaN(time.getTime())) {
    throw invalid([{ field: 'cursor', message: 'is not a cursor; take nextCursor of the page before' }]);
  }
  return { time, id: match[2] };
}
