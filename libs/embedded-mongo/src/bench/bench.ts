import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import { runEmbeddedMongoCli } from '../cli/run-cli';
import { conditionalUpdates, readShow, seed, sortedPages, type Figure } from './measure';

/*
 * Measures the embedded database, with FULL durability and the client in another process, and by turns with it the
 * server at TEST_MONGODB_URI, so that the figures are comparable however busy the machine is. `--large`: the embedded
 * database also with a million documents.
 */

const USUAL = 100_000;
const LARGE = 1_000_000;

const FIGURES: readonly ((db: Db) => Promise<Figure>)[] = [
  readShow,
  sortedPages,
  ...[1, 16, 64].map((callers) => (db: Db) => conditionalUpdates(db, callers)),
];

interface Target {
  readonly name: string;
  readonly db: Db;
}

async function main(argv: readonly string[]): Promise<void> {
  if (argv[0] === 'serve') return runEmbeddedMongoCli(argv);
  const folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-bench-'));
  const engine = await startEngine(folder);
  const addresses = [engine.uri, ...[process.env['TEST_MONGODB_URI']].filter((uri) => uri !== undefined)];
  const clients = await Promise.all(addresses.map((uri) => new MongoClient(uri, { maxPoolSize: 64 }).connect()));
  try {
    const [embedded, ...servers] = clients.map((client) => client.db(`bench_${process.pid}`)) as [Db, ...Db[]];
    const others = servers.map((db): Target => ({ name: 'TEST_MONGODB_URI', db }));
    await measure([{ name: 'embedded', db: embedded }, ...others], USUAL);
    if (argv.includes('--large')) await measure([{ name: 'embedded', db: embedded }], LARGE);
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    engine.child.kill('SIGTERM');
    await once(engine.child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(targets: readonly Target[], documents: number): Promise<void> {
  for (const { db } of targets) await seed(db, documents);
  for (const figure of FIGURES) {
    for (const { name, db } of targets) print(`${name}, ${documents} documents`, await figure(db));
  }
  for (const { db } of targets) await db.dropDatabase();
}

async function startEngine(path: string): Promise<{ child: ChildProcess; uri: string }> {
  const child = spawn(process.execPath, [__filename, 'serve', '--path', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
  return { child, uri: line.toString().trim() };
}

function print(where: string, { what, value, unit }: Figure): void {
  process.stdout.write(`${where.padEnd(36)} ${what.padEnd(58)} ${value.toFixed(1).padStart(9)} ${unit}\n`);
}

void main(process.argv.slice(2));
