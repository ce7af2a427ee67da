import { randomBytes } from 'node:crypto';
import { startEmbeddedMongo } from '@modex/embedded-mongo';
import { mongo } from 'mongoose';

/** An empty database of one's own. */
export interface FreshDatabase {
  /** Connection string, with the database's name. */
  readonly uri: string;
  /** Removes the database; with it everything that was written. */
  drop(): Promise<void>;
}

/**
 * An empty database for a test file: on the server of TEST_MONGODB_URI under a name of its own, or, when that is
 * not set, an embedded one in memory, in this process.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env['TEST_MONGODB_URI'];
  if (server === undefined || server === '') {
    const embedded = await startEmbeddedMongo({ memory: true, database: 'modex' });
    return { uri: embedded.uri, drop: () => embedded.close() };
  }
  const uri = withDatabase(server, `modex_test_${process.pid}_${randomBytes(4).toString('hex')}`);
  return { uri, drop: () => dropDatabase(uri) };
}

function withDatabase(server: string, name: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(server);
  if (!match) throw new Error('TEST_MONGODB_URI must look like mongodb://host:27017/');
  return `${match[1]}/${name}${match[2] ?? ''}`;
}

async function dropDatabase(uri: string): Promise<void> {
  const client = await new mongo.MongoClient(uri).connect();
  try {
    await client.db().dropDatabase();
  } finally {
    await client.close();
  }
}
