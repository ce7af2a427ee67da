import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { keepEmbeddedMongoWorker, StorageFault, type WorkerRestart } from '@modex/embedded-mongo';
import { Environment } from '../config/environment';
import { StartError } from './start-error';

/** The database that this start uses. */
export interface Database {
  readonly uri: string;
  /** Carried by Modex itself, in DATA_DIR. */
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

/**
 * The server of MONGODB_URI, else the embedded database in a thread of its own, which is started again when it ends
 * by itself. @throws StartError
 */
export async function openDatabase(env: Environment): Promise<Database> {
  if (env.mongodbUri !== undefined) return { uri: env.mongodbUri, isEmbedded: false, close: async () => undefined };
  const path = join(env.dataDir, 'database');
  try {
    const restarted = (restart: WorkerRestart): void => tellRestart(restart, path);
    const worker = await keepEmbeddedMongoWorker({ path, database: 'modex', restarted });
    void worker.ended.then(({ isExpected, message }) => {
      if (!isExpected) endWithoutDatabase(message);
    });
    return { uri: worker.uri, isEmbedded: true, close: () => worker.close() };
  } catch (error) {
    if (error instanceof StorageFault) throw new StartError(`${error.message} (DATA_DIR is ${env.dataDir})`);
    throw error;
  }
}

/** Logs one line for the operator. Requests meanwhile were answered with 503 and can be sent again. */
function tellRestart({ cause, ms }: WorkerRestart, path: string): void {
  new Logger('Database').error(
    `${cause} It was started again after ${ms} ms; nothing that was confirmed is lost. ` +
      `When this comes back, look at the disk of ${path} and keep backups (npm run backup).`,
  );
}

/** Ends the process, since nothing can be stored any more: being started again is better than running without a database. */
function endWithoutDatabase(message: string): void {
  console.error(`\n  ${message}\n`);
  process.exit(74);
}
