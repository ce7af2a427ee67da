import { readFilter, type FilterContext } from '../plan/filter';
import type { SortKey } from '../plan/sort-order';
import { compileProjection, compileSort } from '../project';
import { DocumentStream, type Steps } from '../cursor/document-stream';
import { openMatches, type Match, type Matches } from '../query/matches';
import { sortMatches, type Pausable } from '../query/ordered';
import { fault } from '../errors';
import { encode, fieldName, isNumber, toNumber, type Doc } from '../values';
import type { Command, CommandContext, Reply } from './command';
import { firstBatch, readBatchSize } from './cursor-commands';
import { letVariables } from './let';

const REFUSED = ['tailable', 'awaitData', 'min', 'max', 'returnKey', 'showRecordId', 'oplogReplay'];
const DEFAULT_STEP = 101;

/** `find`: filter, sort, skip, limit, projection, in batches. */
export const find: Command = {
  fields: [
    ...['find', 'filter', 'sort', 'projection', 'hint', 'skip', 'limit', 'batchSize', 'singleBatch', 'let'],
    ...['allowDiskUse', 'noCursorTimeout', 'allowPartialResults', ...REFUSED],
  ],
  run: runFind,
};

function* runFind(context: CommandContext): Pausable<Reply> {
  const { args, engine } = context;
  for (const name of REFUSED) if (args.flag(name)) throw fault('NotImplemented', `find.${name} is not supported`);
  const collection = engine.catalog.find(args.database, args.collection);
  const filterContext = expressionContext(context);
  const filter = args.doc('filter') ?? {};
  const skip = args.count('skip') ?? 0;
  const limit = args.count('limit') ?? 0;
  const sort = args.doc('sort') ?? {};
  const project = projector(args.doc('projection'), filter, filterContext);
  const query = { filter: readFilter(filter, filterContext), sort: readSort(sort), hint: args.body['hint'] };
  const wanted = limit > 0 ? skip + limit : 0;
  const matches = openMatches(collection, query, wanted || DEFAULT_STEP);
  const steps = matches ? yield* orderedSteps(matches, sort, wanted) : () => undefined;
  const stream = new DocumentStream(encodedSteps(window(steps, skip, limit), project));
  const options = { batchSize: readBatchSize(args.body['batchSize']), keepOpen: !args.flag('singleBatch') };
  return yield* firstBatch(engine, `${args.database}.${args.collection}`, stream, options);
}

/** What expressions in a command may refer to: the time it began, and its `let`. */
export function expressionContext({ args, now }: CommandContext): FilterContext {
  const variables = args.doc('let');
  return variables ? { now, vars: letVariables(variables, now) } : { now };
}

export type MatchSteps = () => readonly Match[] | undefined;

/** The matches in the order of a sort: straight from the index, or sorted in memory. */
export function* orderedSteps(matches: Matches, sort: Doc, keep: number): Pausable<MatchSteps> {
  if (matches.plan.sorted) return () => matches.next();
  let sorted: readonly Match[] | undefined = yield* sortMatches(matches, compileSort(sort), keep);
  return () => {
    const all = sorted;
    sorted = undefined;
    return all;
  };
}

/** Leaves out the first `skip` matches and ends after `limit` (0: never). */
export function window(steps: MatchSteps, skip: number, limit: number): MatchSteps {
  let toSkip = skip;
  let left = limit > 0 ? limit : Infinity;
  return () => {
    if (left <= 0) return undefined;
    const step = steps();
    if (!step) return undefined;
    const rest = toSkip > 0 || step.length > left ? step.slice(toSkip, toSkip + left) : step;
    toSkip = Math.max(0, toSkip - step.length);
    left -= rest.length;
    return rest;
  };
}

export type Projector = ((match: Match) => Doc) | undefined;

/** How a match is shown; undefined: as it is stored. */
export function projector(spec: Doc | undefined, filter: Doc, context: FilterContext): Projector {
  if (!spec || Object.keys(spec).length === 0) return undefined;
  const projection = compileProjection(spec, context);
  const { positional } = readFilter(filter, context);
  const positionalIsAsked = Object.keys(spec).some((path) => path.endsWith('.$'));
  return ({ doc }) => projection(doc, positionalIsAsked ? positional(doc) : undefined);
}

function encodedSteps(steps: MatchSteps, project: Projector): Steps {
  return () => steps()?.map((match) => (project ? encode(project(match)) : match.bytes));
}

/** The fields of a sort for the planner; what they may be is checked by compileSort. */
export function readSort(sort: Doc): SortKey[] {
  compileSort(sort);
  return Object.entries(sort).map(([stored, direction]) => ({
    path: fieldName(stored),
    direction: isNumber(direction) && toNumber(direction) < 0 ? -1 : 1,
  }));
}
