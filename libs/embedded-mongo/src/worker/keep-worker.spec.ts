import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { MongoClient } from 'mongodb';
import { bundleMortalWorker } from '../durability/engine-process';
import { refusal } from '../testing/open-database';
import { keepEmbeddedMongoWorker, MOST_SHORT_LIVES, type WorkerRestart } from './keep-worker';
import { startEmbeddedMongoWorker, type EmbeddedMongoWorker } from './start-worker';

describe('a database thread that is kept', () => {
  const bundles = mkdtempSync(join(tmpdir(), 'embedded-mongo-kept-'));
  const mortal = bundleMortalWorker(bundles);
  afterAll(() => rmSync(bundles, { recursive: true, force: true }));

  let path: string;
  let channel: BroadcastChannel;
  let restarts: WorkerRestart[];
  let waiting: (() => void)[];
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'embedded-mongo-kept-data-'));
    channel = new BroadcastChannel(path);
    restarts = [];
    waiting = [];
  });
  afterEach(() => {
    channel.close();
    rmSync(path, { recursive: true, force: true });
  });

  const restarted = (restart: WorkerRestart): void => {
    restarts.push(restart);
    waiting.splice(0).forEach((resolve) => resolve());
  };
  const keep = (workerFile = mortal, port?: number): Promise<EmbeddedMongoWorker> =>
    keepEmbeddedMongoWorker({ path, workerFile, restarted, ...(port === undefined ? {} : { port }) });
  const nextRestart = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));

  async function askForEver(database: EmbeddedMongoWorker): Promise<never> {
    for (;;) await database.stats();
  }

  async function end(how: 'exit' | 'throw'): Promise<void> {
    const again = nextRestart();
    channel.postMessage(how);
    await again;
  }

  it('runs again at the same address with everything that was acknowledged, and a client goes on', async () => {
    const database = await keep();
    const client = await new MongoClient(database.uri).connect();
    const seats = client.db().collection<{ _id: number }>('seats');
    await seats.insertOne({ _id: 1 });
    await end('exit');
    await end('throw');
    expect(restarts.map(({ cause }) => cause)).toEqual([
      'The embedded database has ended.',
      'The embedded database has failed: a bug.',
    ]);
    await seats.insertOne({ _id: 2 });
    expect(await seats.countDocuments({})).toBe(2);
    expect((await database.stats()).commands['insert']).toBe(1);
    await client.close();
    await database.close();
    expect(await database.ended).toMatchObject({ isExpected: true });
  });

  it('comes back on the port that was free at first', async () => {
    const database = await keep(mortal, 0);
    await end('exit');
    const client = await new MongoClient(database.uri).connect();
    expect(database.uri).toContain(`:${database.port}/`);
    expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
    await database.close();
  });

  it('gives the file back: another thread opens it once this one is closed', async () => {
    const database = await keep();
    await end('exit');
    await expect(startEmbeddedMongoWorker({ path, workerFile: mortal })).rejects.toMatchObject({ reason: 'in-use' });
    await database.close();
    const other = await startEmbeddedMongoWorker({ path, workerFile: mortal });
    await other.close();
  });

  it('gives up a thread that ends again and again at once', async () => {
    const database = await keep();
    for (let life = 1; life < MOST_SHORT_LIVES; life++) await end('exit');
    channel.postMessage('exit');
    expect(await database.ended).toEqual({
      isExpected: false,
      exitCode: 9,
      message: `The embedded database has ended. It was started ${MOST_SHORT_LIVES} times and ended at once.`,
    });
    expect(restarts).toHaveLength(MOST_SHORT_LIVES - 1);
    await database.close();
  });

  it('gives up a thread that cannot be started', async () => {
    const data = join(path, 'data');
    mkdirSync(data);
    const workerFile = mortal;
    const database = await keepEmbeddedMongoWorker({ path: data, workerFile, restarted });
    renameSync(data, join(path, 'elsewhere'));
    writeFileSync(data, 'not a folder');
    const own = new BroadcastChannel(data);
    own.postMessage('exit');
    const { isExpected, message } = await database.ended;
    own.close();
    expect(isExpected).toBe(false);
    expect(message).toMatch(/^The embedded database has ended\. It cannot be started again: .+/);
    expect(restarts).toEqual([]);
  });

  it('stays closed when it is closed while it starts again', async () => {
    const database = await keep();
    channel.postMessage('exit');
    await refusal(askForEver(database));
    await database.close();
    expect(await database.ended).toMatchObject({ isExpected: true });
    const other = await startEmbeddedMongoWorker({ path, workerFile: mortal });
    await other.close();
  });
});
