import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Logger } from '@nestjs/common';
import { Environment } from '../config/environment';
import { readPart } from '../config/process-part';
import { loadSecrets } from '../config/secrets';
import { openDatabase } from '../start/database';
import { explain, levelsOf, openApi, RunningModex, welcome } from '../start/start';
import { stopRunning } from '../start/stop';
import { Processes } from './processes';
import { OpenReport } from './reports';

/**
 * Starts the database and several processes that serve, all on one port, and says how to reach them. An embedded database
 * runs in this process, which serves nothing itself; the others reach it by its socket.
 * @throws StartError with one clear line; ProcessEnded when a process has told that line
 */
export async function startProcesses(env: Environment, say: (line: string) => void): Promise<RunningModex> {
  const start = { env, secrets: loadSecrets(env), say };
  Logger.overrideLogger(levelsOf(env));
  const database = await openDatabase(env);
  try {
    await findPortFree(env);
    const makesDemo = database.isEmbedded && env.demo;
    const { port, processes: count } = env;
    const processes = new Processes({ count, port, databaseUri: database.uri, makesDemo });
    const address = await processes.open();
    welcome(start, address, `  Processes         ${count} (pids ${processes.pids.join(', ')})`);
    const stop: RunningModex['stop'] = (signal) => processes.stop(signal).then(() => database.close());
    return { stop };
  } catch (error) {
    await database.close();
    throw explain(error, env);
  }
}

/** One of those processes. @throws StartError with one clear line */
export async function startOneProcess(whole: Environment, say: (line: string) => void): Promise<RunningModex> {
  const { index, of, port, makesDemo } = readPart();
  const env = { ...whole, port };
  const start = { env, secrets: loadSecrets(env), say };
  try {
    const part = { share: { index, of }, databaseUri: env.mongodbUri ?? '', makesDemo };
    const { app, connections } = await openApi(start, part);
    const { port: taken } = app.getHttpServer().address() as AddressInfo;
    process.send?.({ kind: 'modex-open', port: taken, address: await app.getUrl() } satisfies OpenReport);
    // Whoever made this process closes the database when all are done.
    const database = { uri: part.databaseUri, isEmbedded: false, close: async () => undefined };
    return { stop: (signal) => stopRunning({ app, connections, database }, signal) };
  } catch (error) {
    throw explain(error, env);
  }
}

/** The processes share their port with each other, and would share it with those of another start too. */
async function findPortFree({ port, host }: Environment): Promise<void> {
  const probe = createServer().listen({ port, host });
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
