import type { Collection } from '../catalog/collection';
import type { Pausable } from '../query/ordered';
import type { Doc } from '../values';
import type { Command, Reply } from './command';

const RECORDS_PER_STEP = 256;

interface Sizes {
  readonly count: number;
  readonly size: number;
}

/** Reads the whole collection: the sizes are exact, as MongoDB's are, and cost what a scan costs. */
function* measure(collection: Collection | undefined): Pausable<Sizes> {
  let size = 0;
  let after = 0;
  while (collection && !collection.dropped) {
    const step = collection.records.next(after, RECORDS_PER_STEP);
    const last = step.at(-1);
    if (!last) break;
    size += step.reduce((sum, { bytes }) => sum + bytes.length, 0);
    after = last.recordId;
    yield;
  }
  return { count: collection?.count ?? 0, size };
}

const average = ({ count, size }: Sizes): Doc => (count > 0 ? { avgObjSize: Math.trunc(size / count) } : {});

/** `collStats`: sizes in bytes, or in units of `scale`. */
export const collStats: Command = {
  fields: ['collStats', 'scale'],
  run: function* ({ args, engine }): Pausable<Reply> {
    const scale = args.number('scale') || 1;
    const collection = engine.catalog.find(args.database, args.collection);
    const sizes = yield* measure(collection);
    return {
      ns: `${args.database}.${args.collection}`,
      count: sizes.count,
      size: Math.trunc(sizes.size / scale),
      ...average(sizes),
      storageSize: Math.trunc(sizes.size / scale),
      nindexes: collection?.indexes.length ?? 0,
      capped: false,
      scaleFactor: scale,
      ok: 1,
    };
  },
};

/** `dbStats`: the sums over the collections of a database. */
export const dbStats: Command = {
  fields: ['dbStats', 'scale', 'freeStorage'],
  run: function* ({ args, engine }): Pausable<Reply> {
    const scale = args.number('scale') || 1;
    const collections = engine.catalog.inDatabase(args.database);
    let objects = 0;
    let size = 0;
    for (const collection of collections) {
      const sizes = yield* measure(collection);
      objects += sizes.count;
      size += sizes.size;
    }
    return {
      db: args.database,
      collections: collections.length,
      views: 0,
      objects,
      avgObjSize: objects > 0 ? size / objects : 0,
      dataSize: size / scale,
      storageSize: size / scale,
      indexes: collections.reduce((sum, { indexes }) => sum + indexes.length, 0),
      scaleFactor: scale,
      ok: 1,
    };
  },
};
