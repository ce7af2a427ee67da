import { Collection } from '../catalog/collection';
import { fault } from '../errors';
import { applyUpdate, upsertFields } from '../query/update-plan';
import { findOne } from '../query/find-one';
import { openMatches } from '../query/matches';
import type { Pausable } from '../query/ordered';
import type { Query } from '../plan/query';
import { readFilter, type FilterContext } from '../plan/filter';
import { compileSort } from '../project';
import { compileUpdate, type CompiledUpdate } from '../update';
import { isDoc, type Doc } from '../values';
import { Arguments, checkCollation } from './arguments';
import type { Command, CommandContext, Reply } from './command';
import { expressionContext, readSort } from './find';
import { insertDocument, newVersion } from './insert';
import { asDoc, checkStatement, runStatements, statements, writeErrors } from './write-batch';

const FIELDS = ['q', 'u', 'multi', 'upsert', 'hint', 'collation', 'arrayFilters', 'sort', 'c'];

/** `update`: of one document or of many, with upsert. Each document changes at once; many documents do not. */
export const update: Command = {
  fields: ['update', 'updates', 'ordered', 'bypassDocumentValidation', 'let'],
  run: runUpdate,
};

interface Totals {
  n: number;
  nModified: number;
  readonly upserted: Doc[];
}

function* runUpdate(context: CommandContext): Pausable<Reply> {
  const totals: Totals = { n: 0, nModified: 0, upserted: [] };
  const ordered = context.args.flag('ordered', true);
  const all = statements(context, 'updates').map((statement) => readStatement(asDoc(statement)));
  const errors = yield* runStatements(all, ordered, (args, index) => runStatement(context, args, { totals, index }));
  const { n, nModified, upserted } = totals;
  return { n, nModified, ...(upserted.length > 0 && { upserted }), ...writeErrors(errors), ok: 1 };
}

function* runStatement(
  context: CommandContext,
  args: Arguments,
  { totals, index }: { totals: Totals; index: number },
): Pausable<void> {
  const filterContext = expressionContext(context);
  const query = readQuery(args, filterContext);
  const compiled = readUpdate(args.body['u'], filterContext);
  const multi = args.flag('multi');
  if (multi && compiled.isReplacement) {
    throw fault('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const collection = findCollection(context, args.flag('upsert'));
  const found = multi
    ? yield* updateMany(collection, { query, update: compiled, totals })
    : yield* updateFirst(collection, { query, update: compiled, totals, sort: args.doc('sort') ?? {} });
  if (found || !args.flag('upsert') || !collection) return;
  const version = newVersion(upsertFields(args.doc('q') ?? {}, compiled));
  insertDocument(collection, version);
  totals.n++;
  totals.upserted.push({ index, _id: version.doc['_id'] });
}

function readStatement(statement: Doc): Arguments {
  checkStatement('update.updates', statement, FIELDS);
  const args = new Arguments('update.updates', statement);
  checkCollation(args.doc('collation'));
  if (!isDoc(statement['u']) && !Array.isArray(statement['u'])) {
    throw fault('FailedToParse', 'Update argument must be either an object or an array');
  }
  if (args.has('arrayFilters')) throw fault('NotImplemented', 'arrayFilters are not supported');
  if (args.has('c')) throw fault('NotImplemented', 'constants of an update (c) are not supported');
  if (args.flag('multi') && args.has('sort')) throw fault('FailedToParse', 'Cannot specify sort with multi=true');
  return args;
}

function readQuery(args: Arguments, context: FilterContext): Query {
  const sort = readSort(args.doc('sort') ?? {});
  return { filter: readFilter(args.doc('q') ?? {}, context), sort, hint: args.body['hint'] };
}

/** @throws MongoServerFault for anything but an update document, a replacement or a pipeline */
export function readUpdate(spec: unknown, context: FilterContext): CompiledUpdate {
  if (isDoc(spec)) return compileUpdate(spec, context);
  if (Array.isArray(spec)) return compileUpdate(spec as Doc[], context);
  throw fault('FailedToParse', 'Update argument must be either an object or an array');
}

function findCollection({ engine, args }: CommandContext, create: boolean): Collection | undefined {
  const { catalog } = engine;
  return create ? catalog.ensure(args.database, args.collection) : catalog.find(args.database, args.collection);
}

interface Work {
  readonly query: Query;
  readonly update: CompiledUpdate;
  readonly totals: Totals;
}

function* updateFirst(collection: Collection | undefined, work: Work & { sort: Doc }): Pausable<boolean> {
  if (!collection) return false;
  const { query, update: compiled, totals, sort } = work;
  const match = yield* findOne(collection, query, { sort, order: compileSort(sort) });
  if (!match) return false;
  totals.nModified += Number(applyUpdate(collection, match, query.filter, compiled).isModified);
  totals.n++;
  return true;
}

/** A document that its own update moves further along the index is met again, and must not be updated twice. */
function* updateMany(collection: Collection | undefined, { query, update: compiled, totals }: Work): Pausable<boolean> {
  const matches = openMatches(collection, query, 64);
  if (!collection || !matches) return false;
  const updated = new Set<number>();
  for (let step = matches.next(); step; step = matches.next()) {
    for (const match of step) {
      if (updated.has(match.recordId)) continue;
      updated.add(match.recordId);
      totals.nModified += Number(applyUpdate(collection, match, query.filter, compiled).isModified);
      totals.n++;
    }
    yield;
  }
  return updated.size > 0;
}
