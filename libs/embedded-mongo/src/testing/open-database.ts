import { MongoClient, type Db } from 'mongodb';
import { startEmbeddedMongo, type EmbeddedMongo, type EmbeddedMongoOptions } from '../server/start';

/** A running database with the official driver connected to it. */
export interface OpenDatabase {
  readonly server: EmbeddedMongo;
  readonly client: MongoClient;
  readonly db: Db;
  close(): Promise<void>;
}

/** Starts a database, in memory unless told otherwise, and connects. */
export async function openDatabase(options: EmbeddedMongoOptions = { memory: true }): Promise<OpenDatabase> {
  const server = await startEmbeddedMongo(options);
  const client = await new MongoClient(server.uri, { serverSelectionTimeoutMS: 5000 }).connect();
  return {
    server,
    client,
    db: client.db(),
    close: async () => {
      await client.close();
      await server.close();
    },
  };
}

/** The code a command was refused with: as a whole, or in its first statement. */
export async function refusalCode(db: Db, command: object): Promise<unknown> {
  try {
    const { writeErrors } = await db.command(command);
    return writeErrors?.[0]?.code;
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
}

/** What an operation was refused with; fails when it was not refused. */
export async function refusal(operation: Promise<unknown>): Promise<{ code: unknown; message: string; error: Error }> {
  try {
    await operation;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { code: 'code' in error ? error.code : undefined, message: error.message, error };
  }
  throw new Error('expected the operation to be refused');
}
