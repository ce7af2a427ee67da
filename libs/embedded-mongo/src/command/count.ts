import { openMatches } from '../query/matches';
import type { Pausable } from '../query/ordered';
import type { Collection } from '../catalog/collection';
import type { Query } from '../plan/query';
import { plan } from '../plan/planner';
import { readFilter } from '../plan/filter';
import type { Command, CommandContext, Reply } from './command';
import { expressionContext } from './find';

/** `count`: how many documents match, less `skip`, at most `limit`. */
export const count: Command = {
  fields: ['count', 'query', 'skip', 'limit', 'hint', 'let', 'fields'],
  run: runCount,
};

function* runCount(context: CommandContext): Pausable<Reply> {
  const { args, engine } = context;
  const filter = readFilter(args.doc('query') ?? {}, expressionContext(context));
  const skip = args.count('skip') ?? 0;
  const limit = Math.abs(args.number('limit') ?? 0);
  const collection = engine.catalog.find(args.database, args.collection);
  const all = collection ? yield* countMatches(collection, { filter, hint: args.body['hint'] }) : 0;
  const rest = Math.max(0, all - skip);
  return { n: limit > 0 ? Math.min(rest, limit) : rest, ok: 1 };
}

/** Counts without reading documents where the filter is empty or the bounds of an index say it all. */
export function* countMatches(collection: Collection, query: Query): Pausable<number> {
  if (query.filter.complete && query.filter.conditions.length === 0) return collection.count;
  const chosen = plan(collection, query);
  if (chosen.kind === 'index' && chosen.exact) return yield* countEntries(chosen);
  const matches = openMatches(collection, query, 256);
  let n = 0;
  for (let step = matches?.next(); step; step = matches?.next()) {
    n += step.length;
    yield;
  }
  return n;
}

const ENTRIES_PER_STEP = 2000;

function* countEntries(scan: Extract<ReturnType<typeof plan>, { kind: 'index' }>): Pausable<number> {
  let n = 0;
  for (const range of scan.ranges) {
    for (let left = true, after = undefined as { key: Uint8Array; recordId: number } | undefined; left;) {
      const step = scan.index.table.nextEntries(range, { limit: ENTRIES_PER_STEP, ...(after && { after }) });
      n += step.length;
      after = step.at(-1);
      left = step.length === ENTRIES_PER_STEP;
      yield;
    }
  }
  return n;
}
