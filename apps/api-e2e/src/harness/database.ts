import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MongoClient, type Db } from 'mongodb';
import { Child } from './child';
import { until } from './until';
import { newFolder, removeFolder, WORKSPACE } from './workspace';

/** `server`: a MongoDB server that was there; `embedded`: Modex's own engine as a process of its own. */
export const DATABASE_KINDS = ['server', 'embedded'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** A fresh database that several API processes can share. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** Connection string, with the name of the database. */
  readonly uri: string;
  /** For an API that carries the database itself: its folder. Any other connects to the string above. */
  readonly dataDir?: string;
  /** For looking inside; its connection is our own. */
  readonly db: Db;
  /** Kills the database's process and starts it again on the same files; undefined where others use it. */
  readonly crash?: EngineCrash;
  close(): Promise<void>;
}

/** The death and the return of a database, in two steps. */
export interface EngineCrash {
  kill(): Promise<void>;
  restart(): Promise<void>;
}

/**
 * A new database: on the server of `serverUri` under a name of its own, else on an embedded engine that is started
 * for it. Default: the server of TEST_MONGODB_URI, if that is set.
 */
export async function openDatabase(serverUri = process.env['TEST_MONGODB_URI']): Promise<TestDatabase> {
  return serverUri === undefined || serverUri === '' ? openEmbedded() : openOnServer(serverUri);
}

/**
 * The server that may be killed, as the environment tells: TEST_MONGODB_CRASH_URI, and the shell commands
 * TEST_MONGODB_KILL and TEST_MONGODB_RESTART. Nobody else may use it. Undefined where there is none.
 */
export function crashServer(): (EngineCrash & { readonly uri: string }) | undefined {
  const { TEST_MONGODB_CRASH_URI: uri, TEST_MONGODB_KILL: kill, TEST_MONGODB_RESTART: restart } = process.env;
  if (!uri || !kill || !restart) return undefined;
  const shell = async (command: string): Promise<void> =>
    void (await promisify(execFile)('sh', ['-c', command], { cwd: WORKSPACE, timeout: 120_000 }));
  return { uri, kill: () => shell(kill), restart: () => shell(restart) };
}

/** A new database inside of an API, which has still to be started on its folder. */
export async function openInside(): Promise<TestDatabase> {
  const dataDir = newFolder();
  const socket = encodeURIComponent(join(dataDir, 'database', 'embedded-mongo.sock'));
  const uri = `mongodb://${socket}/modex?directConnection=true`;
  const client = new MongoClient(uri);
  const close = async (): Promise<void> => {
    await client.close();
    removeFolder(dataDir);
  };
  return { kind: 'embedded', uri, dataDir, db: client.db(), close };
}

async function openOnServer(serverUri: string): Promise<TestDatabase> {
  const uri = databaseUri(serverUri, `e2e_${randomBytes(6).toString('hex')}`);
  const client = await MongoClient.connect(uri);
  const db = client.db();
  const crash = crashServer();
  return {
    kind: 'server',
    uri,
    db,
    ...(crash?.uri === serverUri ? { crash } : {}),
    close: async () => {
      await db.dropDatabase();
      await client.close();
    },
  };
}

async function openEmbedded(): Promise<TestDatabase> {
  const path = newFolder();
  const engine = await openEngineOn(path);
  return {
    ...engine,
    close: async () => {
      await engine.close();
      removeFolder(path);
    },
  };
}

/** The embedded engine as a process of its own on the files of a folder, which stay when it is closed. */
export async function openEngineOn(path: string): Promise<TestDatabase> {
  const port = await freePort();
  const uri = `mongodb://127.0.0.1:${port}/modex?directConnection=true`;
  let engine = await startEngine(path, port);
  const client = await MongoClient.connect(uri);
  return {
    kind: 'embedded',
    uri,
    db: client.db(),
    crash: {
      kill: async () => void (await engine.kill()),
      restart: async () => void (engine = await startEngine(path, port)),
    },
    close: async () => {
      await client.close();
      await engine.kill();
    },
  };
}

/** The same server with another database name. */
function databaseUri(serverUri: string, name: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(serverUri);
  if (match === null) throw new Error(`not a connection string: ${serverUri}`);
  return `${match[1]}/${name}${match[2] ?? ''}`;
}

async function startEngine(path: string, port: number): Promise<Child> {
  const main = join(WORKSPACE, 'libs/embedded-mongo/dist/cli.js');
  const engine = new Child({ args: [main, '--path', path, '--port', String(port)], env: {} });
  await until('the embedded engine to answer', 120_000, async () => {
    if (engine.end !== undefined) throw new Error(`The embedded engine has ended: ${engine.stderr}${engine.stdout}`);
    return answers(port);
  });
  return engine;
}

async function answers(port: number): Promise<boolean> {
  const options = { serverSelectionTimeoutMS: 500, directConnection: true };
  const client = new MongoClient(`mongodb://127.0.0.1:${port}`, options);
  try {
    await client.db('modex').command({ ping: 1 });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
