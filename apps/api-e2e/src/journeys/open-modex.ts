import { ApiServer, type ServerStart } from '../harness/api-server';
import { openDatabase, type TestDatabase } from '../harness/database';
import { newFolder, removeFolder } from '../harness/workspace';

/** Modex as a user starts it: on the server of TEST_MONGODB_URI when that is set, else with its embedded database. */
export interface OpenModex {
  readonly server: ApiServer;
  /** What a second start needs to find the same data. */
  readonly start: ServerStart;
  close(): Promise<void>;
}

/** Starts Modex on a fresh database, without the example shows unless `env` says so. */
export async function openModex(start: ServerStart = {}): Promise<OpenModex> {
  const database = await ownDatabase();
  const mongodbUri = database?.uri;
  const dataDir = newFolder();
  const whole: ServerStart = {
    dataDir,
    ...(mongodbUri === undefined ? {} : { mongodbUri }),
    ...start,
    env: { DEMO: 'off', ...start.env },
  };
  const server = await ApiServer.start(whole);
  return {
    server,
    start: whole,
    close: async () => {
      await server.kill();
      await database?.close();
      removeFolder(dataDir);
    },
  };
}

async function ownDatabase(): Promise<TestDatabase | undefined> {
  return (process.env['TEST_MONGODB_URI'] ?? '') === '' ? undefined : openDatabase();
}
