import type { Collection } from '../catalog/collection';
import { plan } from '../plan/planner';
import type { Query } from '../plan/query';
import type { Doc } from '../values';
import { Match, Matches } from './matches';
import { sortMatches, type Order, type Pausable } from './ordered';

/** Documents one write is likely to look at. */
const FEW = 4;

/** The order in which the first match is the one meant. */
export interface FirstBy {
  readonly sort: Doc;
  readonly order: Order;
}

/**
 * The one document that a write is for. It is as it stands now: nothing runs between this answer and the write that
 * follows it without a pause.
 */
export function* findOne(collection: Collection, query: Query, by: FirstBy): Pausable<Match | undefined> {
  const chosen = plan(collection, query);
  if (chosen.sorted) return yield* firstMatch(new Matches(collection, query.filter, chosen, FEW));
  for (;;) {
    const [first] = yield* sortMatches(new Matches(collection, query.filter, chosen, FEW), by.order, 1);
    if (!first) return undefined;
    // Sorting may have paused: a document that has changed meanwhile may be neither first nor a match any more.
    const bytes = collection.records.get(first.recordId);
    if (bytes && Buffer.compare(bytes, first.bytes) === 0) return first;
  }
}

function* firstMatch(matches: Matches): Pausable<Match | undefined> {
  for (let step = matches.next(); step; step = matches.next()) {
    const [first] = step;
    if (first) return first;
    yield;
  }
  return undefined;
}
