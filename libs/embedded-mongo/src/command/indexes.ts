import type { Collection } from '../catalog/collection';
import type { CollectionIndex } from '../catalog/collection-index';
import { buildIndex } from '../catalog/index-build';
import { fault } from '../errors';
import { readIndexSpec, sameSignature, type IndexSpec } from '../index/index-spec';
import { hasKey } from '../plan/hint';
import type { Pausable } from '../query/ordered';
import { isDoc, type Doc } from '../values';
import type { Command, CommandContext, Reply } from './command';
import { listReply } from './cursor-commands';

function* createIndexes({ args, engine }: CommandContext): Pausable<Reply> {
  const specs = args.docs('indexes').map(readIndexSpec);
  if (specs.length === 0) throw fault('BadValue', 'Must specify at least one index to create');
  const existed = engine.catalog.find(args.database, args.collection) !== undefined;
  const collection = engine.catalog.ensure(args.database, args.collection);
  const before = collection.readyIndexes.length;
  for (const spec of specs) {
    while (isBeingBuilt(collection, spec)) yield;
    if (!alreadyExists(collection, spec)) yield* buildIndex(engine.catalog, collection, spec);
  }
  const after = collection.readyIndexes.length;
  return {
    numIndexesBefore: before,
    numIndexesAfter: after,
    createdCollectionAutomatically: !existed,
    ...(before === after && { note: 'all indexes already exist' }),
    ok: 1,
  };
}

/** Several instances of an application create their indexes at the same moment; the later ones wait for the first. */
const isBeingBuilt = (collection: Collection, spec: IndexSpec): boolean =>
  collection.indexes.some((index) => index.building && sameSignature(index.spec, spec));

/** @throws MongoServerFault 85 or 86 when another index is in the way */
function alreadyExists(collection: Collection, spec: IndexSpec): boolean {
  const twin = collection.indexes.find((index) => sameSignature(index.spec, spec));
  const namesake = collection.indexes.find((index) => index.name === spec.name);
  if (namesake && namesake !== twin) {
    throw fault('IndexKeySpecsConflict', `An existing index has the same name as the requested index: ${spec.name}`);
  }
  if (!twin) return false;
  if (spec.name === '_id_') return true;
  if (!namesake) {
    throw fault('IndexOptionsConflict', `Index already exists with a different name: ${twin.name}`);
  }
  if (twin.spec.expireAfterSeconds !== spec.expireAfterSeconds) {
    throw fault('IndexOptionsConflict', `An equivalent index already exists with other options: ${spec.name}`);
  }
  return true;
}

function listIndexes({ args, engine }: CommandContext): Reply {
  const collection = existing({ args, engine });
  const documents = collection.readyIndexes.map(({ spec }) => spec.document);
  return listReply(collection.namespace, documents);
}

function dropIndexes({ args, engine }: CommandContext): Doc {
  const collection = existing({ args, engine });
  const nIndexesWas = collection.indexes.length;
  for (const index of toDrop(collection, args.body['index'])) engine.catalog.dropIndex(collection, index);
  return { nIndexesWas, ok: 1 };
}

function toDrop(collection: Collection, wanted: unknown): CollectionIndex[] {
  if (wanted === '*') return collection.indexes.slice(1);
  if (Array.isArray(wanted)) return wanted.flatMap((name: unknown) => toDrop(collection, name));
  const found = isDoc(wanted)
    ? collection.indexes.find((index) => hasKey(index.spec.document['key'], wanted))
    : collection.indexes.find(({ name }) => name === wanted);
  if (!found) throw fault('IndexNotFound', `index not found with name [${String(wanted)}]`);
  if (found === collection.idIndex) throw fault('InvalidOptions', 'cannot drop _id index');
  return [found];
}

/** @throws MongoServerFault 26 when there is no such collection */
export function existing({ args, engine }: Pick<CommandContext, 'args' | 'engine'>): Collection {
  const collection = engine.catalog.find(args.database, args.collection);
  if (collection) return collection;
  throw fault('NamespaceNotFound', `ns does not exist: ${args.database}.${args.collection}`);
}

/** Commands about indexes. */
export const INDEX_COMMANDS: Readonly<Record<string, Command>> = {
  createIndexes: { fields: ['createIndexes', 'indexes', 'commitQuorum'], run: createIndexes },
  listIndexes: { fields: ['listIndexes', 'cursor'], run: listIndexes },
  dropIndexes: { fields: ['dropIndexes', 'index'], run: dropIndexes },
  deleteIndexes: { fields: ['deleteIndexes', 'index'], run: dropIndexes },
};
