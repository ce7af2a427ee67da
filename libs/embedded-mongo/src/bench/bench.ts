import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import { runEmbeddedMongoCli } from '../cli/run-cli';
import { conditionalUpdates, readShow, seed, sortedPages, type Figure } from './measure';

/*
 * Measures the embedded database, with FULL durability and the client in another process, and in the same run the
 * server at TEST_MONGODB_URI, so that the figures are comparable. `--documents 1000000` for the large collection.
 */

const CALLERS = [1, 16, 64];

async function main(argv: readonly string[]): Promise<void> {
  if (argv[0] === 'serve') return runEmbeddedMongoCli(argv);
  const sizes = argv.includes('--large') ? [100_000, 1_000_000] : [100_000];
  const folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-bench-'));
  const engine = await startEngine(folder);
  try {
    await measureServer('embedded', engine.uri, sizes);
    const other = process.env['TEST_MONGODB_URI'];
    if (other) await measureServer('TEST_MONGODB_URI', other, sizes.slice(0, 1));
  } finally {
    engine.child.kill('SIGTERM');
    await once(engine.child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startEngine(path: string): Promise<{ child: ChildProcess; uri: string }> {
  const child = spawn(process.execPath, [__filename, 'serve', '--path', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data')) as [Buffer];
  return { child, uri: line.toString().trim() };
}

async function measureServer(name: string, uri: string, sizes: readonly number[]): Promise<void> {
  const client = await new MongoClient(uri, { maxPoolSize: 64 }).connect();
  const db = client.db(`bench_${process.pid}`);
  try {
    for (const size of sizes) {
      await seed(db, size);
      for (const figure of await figures(db)) print(`${name}, ${size} documents`, figure);
      await db.dropDatabase();
    }
  } finally {
    await client.close();
  }
}

async function figures(db: Db): Promise<Figure[]> {
  const found: Figure[] = [await readShow(db), await sortedPages(db)];
  for (const callers of CALLERS) found.push(await conditionalUpdates(db, callers));
  return found;
}

function print(where: string, { what, value, unit }: Figure): void {
  process.stdout.write(`${where.padEnd(36)} ${what.padEnd(58)} ${value.toFixed(1).padStart(9)} ${unit}\n`);
}

void main(process.argv.slice(2));
