import { Long } from 'bson';
import { checkDatabaseName } from '../catalog/namespace';
import type { Collection } from '../catalog/collection';
import { fault } from '../errors';
import type { Pausable } from '../query/ordered';
import { readFilter } from '../plan/filter';
import type { Doc } from '../values';
import type { Command, CommandContext, Reply } from './command';
import { listReply } from './cursor-commands';

const CREATE_FIELDS = [
  'create',
  'capped',
  'size',
  'max',
  'viewOn',
  'pipeline',
  'validator',
  'timeseries',
  'clusteredIndex',
  'validationLevel',
  'validationAction',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'storageEngine',
  'indexOptionDefaults',
  'autoIndexId',
  'expireAfterSeconds',
];
const CREATE_ALLOWED = ['create', 'autoIndexId'];

/** Only plain collections. @throws MongoServerFault 48 when it is there, 238 for views, capped ones and validators */
function create({ args, engine }: CommandContext): Doc {
  const refused = CREATE_FIELDS.find((name) => !CREATE_ALLOWED.includes(name) && isAsked(args.body[name]));
  if (refused) throw fault('NotImplemented', `create.${refused} is not supported`);
  const { database, collection } = args;
  // MongoDB answers a repeated create with the same options as done.
  engine.catalog.ensure(database, collection);
  return { ok: 1 };
}

const isAsked = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

function* drop({ args, engine }: CommandContext): Pausable<Reply> {
  const found = engine.catalog.find(args.database, args.collection);
  if (!found) return { ok: 1 };
  const nIndexesWas = found.indexes.length;
  yield* engine.catalog.drop(found);
  return { nIndexesWas, ns: found.namespace, ok: 1 };
}

function* dropDatabase({ args, engine }: CommandContext): Pausable<Reply> {
  checkDatabaseName(args.database);
  for (const collection of engine.catalog.inDatabase(args.database)) yield* engine.catalog.drop(collection);
  return { dropped: args.database, ok: 1 };
}

function listCollections({ args, engine, now }: CommandContext): Reply {
  const filter = readFilter(args.doc('filter') ?? {}, { now });
  const found = engine.catalog.inDatabase(args.database).map(describe).filter(filter.matches);
  const nameOnly = args.flag('nameOnly');
  const shown = nameOnly ? found.map(({ name, type }) => ({ name, type })) : found;
  return listReply(`${args.database}.$cmd.listCollections`, shown);
}

const describe = ({ identity, idIndex }: Collection): Doc => ({
  name: identity.name,
  type: 'collection',
  options: {},
  info: { readOnly: false, uuid: identity.uuid },
  idIndex: idIndex.spec.document,
});

function listDatabases({ args, engine, now }: CommandContext): Doc {
  const filter = readFilter(args.doc('filter') ?? {}, { now });
  const names = [...new Set([...engine.catalog.collections].map(({ identity }) => identity.db))].sort();
  const all = names.map((name): Doc => ({ name, sizeOnDisk: Long.ZERO, empty: false }));
  const found = all.filter(filter.matches);
  const databases = args.flag('nameOnly') ? found.map(({ name }) => ({ name })) : found;
  return { databases, totalSize: Long.ZERO, ok: 1 };
}

/** Commands about collections and databases as a whole. */
export const COLLECTION_COMMANDS: Readonly<Record<string, Command>> = {
  create: { fields: CREATE_FIELDS, run: create },
  drop: { fields: ['drop'], run: drop },
  dropDatabase: { fields: ['dropDatabase'], run: dropDatabase },
  listCollections: {
    fields: ['listCollections', 'filter', 'nameOnly', 'cursor', 'authorizedCollections'],
    run: listCollections,
  },
  listDatabases: { fields: ['listDatabases', 'filter', 'nameOnly', 'authorizedDatabases'], run: listDatabases },
};
