import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { start } from './child';

/** Where all sides keep their documents: the embedded database as a process of its own, or the server of MONGODB_URI. */
export const DATABASES = ['embedded', 'server'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** A database that runs, with one of its own for each side. */
export interface Database {
  readonly kind: DatabaseKind;
  /** The process whose time is the database's; undefined where it is not ours. */
  readonly pid: number | undefined;
  readonly client: MongoClient;
  readonly hasTransactions: boolean;
  /** Connection string of the database with this name. */
  uriOf(name: string): string;
  close(): Promise<void>;
}

const ENGINE = join(process.cwd(), 'libs/embedded-mongo/dist/cli.js');

/** @param folder where the embedded database keeps its files */
export async function openDatabase(kind: DatabaseKind, folder: string): Promise<Database> {
  return kind === 'embedded' ? openEmbedded(join(folder, 'database')) : openServer();
}

async function openEmbedded(path: string): Promise<Database> {
  const args = [ENGINE, 'serve', '--path', path, '--port', '0'];
  const engine = await start({ args, env: {}, address: /mongodb:\S+/ });
  const client = await new MongoClient(engine.address).connect();
  return {
    kind: 'embedded',
    pid: engine.pid,
    client,
    hasTransactions: false,
    uriOf: (name) => withName(engine.address, name),
    close: async () => {
      await client.close();
      await engine.stop();
    },
  };
}

/** The server of MONGODB_URI. */
export async function openServer(): Promise<Database> {
  const uri = process.env['MONGODB_URI'];
  if (!uri) throw new Error('--database server needs the server of MONGODB_URI');
  const client = await new MongoClient(uri).connect();
  const { setName, msg } = await client.db('admin').command({ hello: 1 });
  return {
    kind: 'server',
    pid: undefined,
    client,
    hasTransactions: setName !== undefined || msg === 'isdbgrid',
    uriOf: (name) => withName(uri, name),
    close: () => client.close(),
  };
}

function withName(uri: string, name: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/.exec(uri);
  if (match === null) throw new Error(`not a connection string: ${uri}`);
  return `${match[1]}/${name}${match[2] ?? ''}`;
}
