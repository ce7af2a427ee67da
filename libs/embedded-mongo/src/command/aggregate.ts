import { compilePipeline, PAUSE } from '../aggregate';
import { DocumentStream } from '../cursor/document-stream';
import { fault, MongoServerFault } from '../errors';
import { openMatches } from '../query/matches';
import type { Pausable } from '../query/ordered';
import { readFilter } from '../plan/filter';
import { encode, isDoc, isNumber, toNumber, type Doc } from '../values';
import type { Command, CommandContext, Reply } from './command';
import { countMatches } from './count';
import { firstBatch, readBatchSize } from './cursor-commands';
import { expressionContext, orderedSteps, readSort, type MatchSteps } from './find';

/** `aggregate`: a pipeline over a collection; a `$match` and a `$sort` at its head use the indexes. */
export const aggregate: Command = {
  fields: ['aggregate', 'pipeline', 'cursor', 'explain', 'hint', 'let', 'allowDiskUse', 'bypassDocumentValidation'],
  run: runAggregate,
};

function* runAggregate(context: CommandContext): Pausable<Reply> {
  const { args, engine } = context;
  checkArguments(context);
  const stages = args.array('pipeline') ?? [];
  const output = (yield* countOnly(context, stages)) ?? (yield* runPipeline(context, stages));
  const results = output[Symbol.iterator]();
  const stream = new DocumentStream(() => {
    const next = results.next();
    if (next.done) return undefined;
    return next.value === PAUSE ? [] : [encode(next.value)];
  });
  const options = { batchSize: readBatchSize(args.doc('cursor')?.['batchSize']), keepOpen: true };
  return yield* firstBatch(engine, `${args.database}.${args.collection}`, stream, options);
}

function checkArguments({ args }: CommandContext): void {
  if (isNumber(args.body['aggregate']))
    throw fault('NotImplemented', 'aggregate without a collection is not supported');
  const first = args.array('pipeline')?.[0];
  if (isDoc(first) && '$changeStream' in first) {
    const message = 'The $changeStream stage is only supported on replica sets';
    throw new MongoServerFault(40573, 'Location40573', message);
  }
  if (args.flag('explain'))
    throw fault('NotImplemented', 'aggregate.explain is not supported; use the explain command');
  if (args.has('cursor')) return;
  throw fault('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument");
}

function* runPipeline(context: CommandContext, stages: readonly unknown[]): Pausable<Iterable<Doc>> {
  const expressions = expressionContext(context);
  const pipeline = compilePipeline(stages, {
    ...expressions,
    read: (name, filter) => documents(openSteps(context, name, { filter: filter ?? {}, sort: {} })),
  });
  const { leadingMatch: filter = {}, leadingSort: sort = {} } = pipeline;
  const matches = openQuery(context, context.args.collection, { filter, sort });
  const steps = matches ? yield* orderedSteps(matches, sort, 0) : () => undefined;
  return pipeline.run(withPauses(steps), { matched: true, sorted: pipeline.leadingSort !== undefined });
}

interface Reading {
  readonly filter: Doc;
  readonly sort: Doc;
}

function openQuery(context: CommandContext, name: string, { filter, sort }: Reading) {
  const { args, engine } = context;
  const collection = engine.catalog.find(args.database, name);
  const hint = name === args.collection ? args.body['hint'] : undefined;
  return openMatches(
    collection,
    { filter: readFilter(filter, expressionContext(context)), sort: readSort(sort), hint },
    101,
  );
}

function openSteps(context: CommandContext, name: string, reading: Reading): MatchSteps {
  const matches = openQuery(context, name, reading);
  return () => matches?.next();
}

/** The input of the pipeline itself: other commands may be served after every step. */
function* withPauses(steps: MatchSteps): Iterable<Doc> {
  for (let step = steps(); step; step = steps()) {
    for (const { doc } of step) yield doc;
    yield PAUSE;
  }
}

function* documents(steps: MatchSteps): Iterable<Doc> {
  for (let step = steps(); step; step = steps()) for (const { doc } of step) yield doc;
}

/**
 * What drivers send for countDocuments: `[{$match}, {$group: {_id: 1, n: {$sum: 1}}}]`. It is counted without reading
 * documents where an index allows it.
 */
function* countOnly(context: CommandContext, stages: readonly unknown[]): Pausable<readonly Doc[] | undefined> {
  const [match, group, ...more] = stages;
  const filter = isDoc(match) ? match['$match'] : undefined;
  if (more.length > 0 || !isDoc(filter) || !isDoc(group) || !isCount(group['$group'])) return undefined;
  const { engine, args } = context;
  const collection = engine.catalog.find(args.database, args.collection);
  const query = { filter: readFilter(filter, expressionContext(context)), hint: args.body['hint'] };
  const n = collection ? yield* countMatches(collection, query) : 0;
  return n > 0 ? [{ _id: 1, n }] : [];
}

function isCount(group: unknown): boolean {
  if (!isDoc(group) || Object.keys(group).join() !== '_id,n' || !isDoc(group['n'])) return false;
  const { $sum: step, ...others } = group['n'];
  return [group['_id'], step].every((it) => isNumber(it) && toNumber(it) === 1) && Object.keys(others).length === 0;
}
