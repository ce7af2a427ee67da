import type { Collection } from '../catalog/collection';

import type { Filter } from '../plan/filter';
import { plan, type Plan } from '../plan/planner';
import type { Query } from '../plan/query';
import { decode, type Doc } from '../values';
import { openRows, type RowSource } from './row-source';

/** A document that satisfies a query. It is decoded when something asks for `doc`. */
export class Match {
  private decoded: Doc | undefined;

  constructor(
    readonly recordId: number,
    readonly bytes: Uint8Array,
    doc?: Doc,
  ) {
    this.decoded = doc;
  }

  get doc(): Doc {
    this.decoded ??= decode(this.bytes);
    return this.decoded;
  }
}

/** What a query examined so far, for explain and the statistics. */
export interface Effort {
  documents: number;
}

/** The documents of a collection that satisfy a filter, step by step. */
export class Matches {
  readonly effort: Effort = { documents: 0 };
  private readonly rows: RowSource;
  private readonly isMatch: ((doc: Doc) => boolean) | undefined;

  constructor(
    collection: Collection,
    filter: Filter,
    readonly plan: Plan,
    firstStep: number,
  ) {
    this.rows = openRows(collection, plan, firstStep);
    const matchesAll = filter.complete && filter.conditions.length === 0;
    this.isMatch = plan.exact || matchesAll ? undefined : (doc) => filter.matches(doc);
  }

  /** The matches among the next documents; undefined at the end. To be used before the next pause. */
  next(): Match[] | undefined {
    const rows = this.rows.next();
    if (!rows) return undefined;
    this.effort.documents += rows.length;
    const { isMatch } = this;
    if (!isMatch) return rows.map(({ recordId, bytes }) => new Match(recordId, bytes));
    const found: Match[] = [];
    for (const { recordId, bytes } of rows) {
      const doc = decode(bytes);
      if (isMatch(doc)) found.push(new Match(recordId, bytes, doc));
    }
    return found;
  }
}

/** Plans a query and opens it. A collection that does not exist has no documents. */
export function openMatches(collection: Collection | undefined, query: Query, firstStep: number): Matches | undefined {
  return collection && new Matches(collection, query.filter, plan(collection, query), firstStep);
}
