import { existsSync } from 'node:fs';
import type { MongoClient } from 'mongodb';
import { connectionString, socketPathOf } from '../server/address';
import { startEmbeddedMongo } from '../server/start';
import { databaseFile } from '../storage/database-file';
import { StorageFault } from '../storage/storage-fault';

/**
 * Connects to the database of a folder: to the process that has it open or, when none has, to one started for the
 * occasion.
 * @throws Error when the folder has no database
 */
export async function withDatabase<T>(path: string, use: (client: MongoClient) => Promise<T>): Promise<T> {
  if (!existsSync(databaseFile({ path }))) throw new Error(`there is no database in ${path}`);
  const own = await startUnlessRunning(path);
  const { MongoClient } = await import('mongodb');
  const uri = own?.uri ?? connectionString({ socketPath: socketPathOf(path) }, 'admin');
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 });
  try {
    return await use(await client.connect());
  } finally {
    await client.close();
    await own?.close();
  }
}

async function startUnlessRunning(path: string) {
  try {
    return await startEmbeddedMongo({ path });
  } catch (error) {
    if (error instanceof StorageFault && error.reason === 'in-use') return undefined;
    throw error;
  }
}
