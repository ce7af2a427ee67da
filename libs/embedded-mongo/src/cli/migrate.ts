import { createHash } from 'node:crypto';
import type { Collection, Db, Document, MongoClient } from 'mongodb';
import type { CliOptions } from './cli-options';
import { withDatabase } from './source';

const BATCH = 1000;
const INTERNAL = ['admin', 'local', 'config'];

/** Every value keeps its BSON type on its way through the driver. */
const EXACT = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

/**
 * Copies everything to a MongoDB server: documents, then indexes; then it compares counts and hashes. The names of the
 * databases stay, but a single one goes to the database that the address names.
 * @throws Error when the target holds anything, or in the end differs from the source
 */
export async function migrate({ path = '', to }: CliOptions): Promise<number> {
  if (!to) throw new Error('--to is the address of the MongoDB server');
  const { MongoClient } = await import('mongodb');
  const target = await new MongoClient(to, { serverSelectionTimeoutMS: 10_000 }).connect();
  try {
    await withDatabase(path, (source) => copyAll(source, target, databaseIn(to)));
  } finally {
    await target.close();
  }
  return 0;
}

const databaseIn = (uri: string): string | undefined => /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(uri)?.[1];

async function copyAll(source: MongoClient, target: MongoClient, named: string | undefined): Promise<void> {
  const { databases } = await source.db('admin').admin().listDatabases({ nameOnly: true });
  const names = databases.map(({ name }) => name).filter((name) => !INTERNAL.includes(name));
  const pairs = names.map((name): [Db, Db] => [
    source.db(name),
    target.db(names.length === 1 && named !== undefined ? named : name),
  ]);
  for (const [, db] of pairs) await refuseUnlessEmpty(db);
  for (const [from, to] of pairs) await copyDatabase(from, to);
}

async function refuseUnlessEmpty(db: Db): Promise<void> {
  const [found] = await db.listCollections({}, { nameOnly: true }).toArray();
  if (found) throw new Error(`the target database ${db.databaseName} is not empty: it has a collection ${found.name}`);
}

async function copyDatabase(from: Db, to: Db): Promise<void> {
  const collections = await from.listCollections({}, { nameOnly: true }).toArray();
  for (const { name } of collections) {
    const [source, target] = [from.collection(name), to.collection(name)];
    await copyDocuments(source, target);
    await copyIndexes(source, to);
    await verify(source, target);
  }
}

async function copyDocuments(source: Collection, target: Collection): Promise<void> {
  const total = await source.countDocuments();
  let copied = 0;
  let batch: Document[] = [];
  const flush = async () => {
    if (batch.length > 0) await target.insertMany(batch, { ordered: true });
    copied += batch.length;
    batch = [];
    process.stdout.write(`${source.collectionName}: ${copied} of ${total} documents\n`);
  };
  for await (const document of source.find({}, { ...EXACT, batchSize: BATCH })) {
    batch.push(document);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
}

async function copyIndexes(source: Collection, to: Db): Promise<void> {
  const indexes = (await source.indexes()).filter(({ name }) => name !== '_id_');
  if (indexes.length > 0) await to.command({ createIndexes: source.collectionName, indexes });
  else if ((await source.countDocuments({}, { limit: 1 })) === 0) await to.createCollection(source.collectionName);
}

async function verify(source: Collection, target: Collection): Promise<void> {
  const [before, after] = [await fingerprint(source), await fingerprint(target)];
  if (before.count !== after.count || before.hash !== after.hash) {
    const counts = `${before.count} documents in the source, ${after.count} in the target`;
    throw new Error(`${source.collectionName} differs after copying: ${counts}; was it written to meanwhile?`);
  }
  process.stdout.write(`${source.collectionName}: verified, ${after.count} documents, sha256 ${after.hash}\n`);
}

/** The hash of all documents' BSON in the order of their ids. */
async function fingerprint(collection: Collection): Promise<{ count: number; hash: string }> {
  const hash = createHash('sha256');
  let count = 0;
  const documents = collection.find({}, { raw: true, sort: { _id: 1 }, batchSize: BATCH });
  for await (const bytes of documents as AsyncIterable<unknown>) {
    hash.update(bytes as Uint8Array);
    count++;
  }
  return { count, hash: hash.digest('hex') };
}
