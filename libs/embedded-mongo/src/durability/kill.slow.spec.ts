import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { bundleEngine, EngineProcess } from './engine-process';
import { Writer, type Entry } from './writer';

const WRITERS = 32;
const KILLS = 24;

/** A small seeded generator, so that a failing run can be repeated. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('the database under kill -9', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-kill-'));
  const bundle = bundleEngine(folder);
  const data = join(folder, 'data');
  const pick = randomNumbers(20_261_122);
  const writers = Array.from({ length: WRITERS }, (_, id) => new Writer(id, pick));

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function connect(uri: string) {
    const client = await new MongoClient(uri, { maxPoolSize: WRITERS, serverSelectionTimeoutMS: 2000 }).connect();
    return { client, entries: client.db('kill').collection<Entry>('entries') };
  }

  it(`keeps every acknowledged write and every index over ${KILLS} kills with ${WRITERS} writers`, async () => {
    const problems: string[] = [];
    for (let round = 0; round <= KILLS; round++) {
      const engine = await EngineProcess.start(bundle, ['--path', data]);
      const { client, entries } = await connect(engine.uri);
      if (round > 0) problems.push(...(await inspect(client, round)));
      await createIndexes(client);
      const running = writers.map((writer) => writer.run(entries));
      await delay(100 + pick(400));
      await engine.kill();
      await Promise.all(running);
      await client.close(true);
    }
    const acknowledged = writers.reduce((sum, writer) => sum + writer.acknowledgedWrites, 0);
    process.stdout.write(`${acknowledged} writes acknowledged, ${KILLS + 1} kills, ${problems.length} problems\n`);
    expect(problems).toEqual([]);
    expect(acknowledged).toBeGreaterThan(KILLS * WRITERS);
  }, 600_000);

  async function createIndexes(client: MongoClient): Promise<void> {
    const entries = client.db('kill').collection<Entry>('entries');
    await entries.createIndex({ writer: 1, version: -1 }, { unique: true });
    await entries.createIndex({ tags: 1, group: 1 });
    await entries.createIndex({ group: 1 }, { partialFilterExpression: { version: { $gt: 10 } } });
  }

  async function inspect(client: MongoClient, round: number): Promise<string[]> {
    const stored = new Map<string, Entry>();
    for await (const entry of client.db('kill').collection<Entry>('entries').find()) stored.set(entry._id, entry);
    const wrong = writers.flatMap((writer) => writer.settle(stored));
    const { valid, errors } = await client.db('kill').command({ validate: 'entries' });
    return [...wrong, ...(valid ? [] : errors.map(String))].map((problem) => `round ${round}: ${problem}`);
  }
});

/** The moment of the kill is part of the experiment, not something to wait for. */
const delay = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
