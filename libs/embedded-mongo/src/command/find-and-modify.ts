import type { Collection } from '../catalog/collection';
import { fault } from '../errors';
import { applyUpdate, upsertFields } from '../query/update-plan';
import { findOne } from '../query/find-one';
import { Match } from '../query/matches';
import type { Pausable } from '../query/ordered';
import type { Query } from '../plan/query';
import { readFilter } from '../plan/filter';
import { compileSort } from '../project';
import type { CompiledUpdate } from '../update';
import type { Doc } from '../values';
import type { Arguments } from './arguments';
import type { Command, CommandContext, Reply } from './command';
import { expressionContext, projector, readSort, type Projector } from './find';
import { insertDocument, newVersion } from './insert';
import { readUpdate } from './update';

const FIELDS = [
  ...['findAndModify', 'findandmodify', 'query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'hint'],
  ...['arrayFilters', 'let', 'bypassDocumentValidation'],
];

/** `findAndModify`: changes, inserts or removes one document and answers with it, all at once. */
export const findAndModify: Command = { fields: FIELDS, run: runFindAndModify };

function* runFindAndModify(context: CommandContext): Pausable<Reply> {
  const { args, engine } = context;
  checkArguments(args);
  const filterContext = expressionContext(context);
  const filter = args.doc('query') ?? {};
  const sort = args.doc('sort') ?? {};
  const show = projector(args.doc('fields'), filter, filterContext);
  const query: Query = { filter: readFilter(filter, filterContext), sort: readSort(sort), hint: args.body['hint'] };
  const update = args.flag('remove') ? undefined : readUpdate(args.body['update'], filterContext);
  const upsert = args.flag('upsert');
  const { catalog } = engine;
  const collection = upsert
    ? catalog.ensure(args.database, args.collection)
    : catalog.find(args.database, args.collection);
  const match = collection && (yield* findOne(collection, query, { sort, order: compileSort(sort) }));
  if (!collection || (!match && !upsert)) return missed(update);
  if (!update) return remove(collection, match as Match, show);
  if (match) return modify(collection, match, { query, update, show, answerNew: args.flag('new') });
  return insert(collection, upsertFields(filter, update), args.flag('new') ? (show ?? ((it) => it.doc)) : undefined);
}

function checkArguments(args: Arguments): void {
  if (args.has('arrayFilters')) throw fault('NotImplemented', 'arrayFilters are not supported');
  if (!args.flag('remove')) {
    if (args.has('update')) return;
    throw fault('FailedToParse', 'Either an update or remove=true must be specified');
  }
  if (args.has('update')) throw fault('FailedToParse', 'Cannot specify both an update and remove=true');
  if (args.flag('upsert')) throw fault('FailedToParse', 'Cannot specify both upsert=true and remove=true');
  if (!args.flag('new')) return;
  throw fault(
    'FailedToParse',
    "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
  );
}

const missed = (update: CompiledUpdate | undefined): Doc => ({
  lastErrorObject: update ? { n: 0, updatedExisting: false } : { n: 0 },
  value: null,
  ok: 1,
});

function remove(collection: Collection, match: Match, show: Projector): Doc {
  collection.remove(match.recordId, match.doc);
  return { lastErrorObject: { n: 1 }, value: show ? show(match) : match.doc, ok: 1 };
}

interface Modification {
  readonly query: Query;
  readonly update: CompiledUpdate;
  readonly show: Projector;
  readonly answerNew: boolean;
}

function modify(collection: Collection, match: Match, { query, update, show, answerNew }: Modification): Doc {
  const shown = show && !answerNew ? show(match) : match.doc;
  const { doc } = applyUpdate(collection, match, query.filter, update);
  const value = answerNew ? (show ? show(new Match(match.recordId, match.bytes, doc)) : doc) : shown;
  return { lastErrorObject: { n: 1, updatedExisting: true }, value, ok: 1 };
}

function insert(collection: Collection, fields: Doc, show: Projector): Doc {
  const version = newVersion(fields);
  insertDocument(collection, version);
  const value = show ? show(new Match(0, version.bytes, version.doc)) : null;
  return { lastErrorObject: { n: 1, updatedExisting: false, upserted: version.doc['_id'] }, value, ok: 1 };
}
