import { fault } from '../errors';
import { openMatches, type Matches } from '../query/matches';
import type { Pausable } from '../query/ordered';
import type { Plan } from '../plan/planner';
import { readFilter } from '../plan/filter';
import { isDoc, type Doc } from '../values';
import { Arguments } from './arguments';
import type { Command, CommandContext, Reply } from './command';
import { readSort } from './find';

/** `explain`: which index a command would use, and at `executionStats` what that costs. */
export const explain: Command = { fields: ['explain', 'verbosity'], run: runExplain };

interface Explained {
  readonly filter: Doc;
  readonly sort: Doc;
  readonly hint: unknown;
}

const VERBOSITIES = ['queryPlanner', 'executionStats', 'allPlansExecution'];

function* runExplain({ args, engine, now }: CommandContext): Pausable<Reply> {
  const verbosity = args.body['verbosity'] ?? 'allPlansExecution';
  if (!VERBOSITIES.includes(String(verbosity))) throw fault('FailedToParse', 'verbosity is not known');
  const command = args.doc('explain') ?? {};
  const inner = new Arguments(Object.keys(command)[0] ?? '', command);
  const { filter, sort, hint } = explained(inner);
  const collection = engine.catalog.find(args.database, inner.collection);
  const namespace = `${args.database}.${inner.collection}`;
  const query = { filter: readFilter(filter, { now }), sort: readSort(sort), hint };
  const matches = openMatches(collection, query, 101);
  const winningPlan = matches ? planDocument(matches.plan, filter) : { stage: 'EOF' };
  const queryPlanner = { namespace, parsedQuery: filter, winningPlan, rejectedPlans: [] };
  const executionStats = verbosity === 'queryPlanner' || !matches ? {} : yield* execute(matches, winningPlan);
  return { explainVersion: '1', queryPlanner, ...executionStats, command, serverInfo: { version: '7.0.0' }, ok: 1 };
}

/** The filter, sort and hint of a command that can be explained. */
function explained(command: Arguments): Explained {
  const { body } = command;
  const hint = body['hint'];
  switch (command.command) {
    case 'find':
      return { filter: command.doc('filter') ?? {}, sort: command.doc('sort') ?? {}, hint };
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return { filter: command.doc('query') ?? {}, sort: command.doc('sort') ?? {}, hint };
    case 'update':
    case 'delete': {
      const statement = command.docs(`${command.command}s`)[0] ?? {};
      return { filter: isDoc(statement['q']) ? statement['q'] : {}, sort: {}, hint: statement['hint'] };
    }
    case 'aggregate': {
      const match = command.docs('pipeline')[0]?.['$match'];
      return { filter: isDoc(match) ? match : {}, sort: {}, hint };
    }
    default:
      throw fault('CommandNotFound', `Explain failed due to unknown command: ${command.command}`);
  }
}

function planDocument(plan: Plan, filter: Doc): Doc {
  const access = accessDocument(plan, filter);
  return plan.sorted ? access : { stage: 'SORT', inputStage: access };
}

function accessDocument(plan: Plan, filter: Doc): Doc {
  if (plan.kind === 'collection')
    return { stage: 'COLLSCAN', filter, direction: plan.reverse ? 'backward' : 'forward' };
  if (plan.isIdLookup) return { stage: 'IDHACK', indexName: '_id_' };
  const { index, reverse, exact } = plan;
  const { spec } = index;
  const scan: Doc = {
    stage: 'IXSCAN',
    keyPattern: spec.document['key'],
    indexName: spec.name,
    isMultiKey: index.isMultikey,
    isUnique: spec.unique,
    isSparse: spec.sparse,
    isPartial: spec.partialFilter !== undefined,
    direction: reverse ? 'backward' : 'forward',
  };
  return { stage: 'FETCH', ...(!exact && { filter }), inputStage: scan };
}

function* execute(matches: Matches, winningPlan: Doc): Pausable<Doc> {
  const start = performance.now();
  let nReturned = 0;
  for (let step = matches.next(); step; step = matches.next()) {
    nReturned += step.length;
    yield;
  }
  const executionTimeMillis = Math.round(performance.now() - start);
  const totalDocsExamined = matches.effort.documents;
  const totalKeysExamined = matches.plan.kind === 'index' ? totalDocsExamined : 0;
  const stats = { executionSuccess: true, nReturned, executionTimeMillis, totalKeysExamined, totalDocsExamined };
  return { executionStats: { ...stats, executionStages: winningPlan } };
}
