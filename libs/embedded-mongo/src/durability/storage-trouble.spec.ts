import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { EXIT_STORAGE_FAILED } from '../server/start';
import { DATABASE_FILE } from '../storage/database-file';
import { openDatabase, type OpenDatabase, refusal } from '../testing/open-database';
import { MOST_SHORT_LIVES } from '../worker/keep-worker';
import { bundleEngine, bundleKeeper, bundleWorker, EngineProcess } from './engine-process';

const OUT_OF_DISK_SPACE = 14031;
const FILE_STREAM_FAILED = 39;
const text = 'x'.repeat(2000);

describe('when the storage fails', () => {
  let folder: string;
  let open: OpenDatabase | undefined;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-trouble-'))));
  afterEach(async () => {
    await open?.close();
    open = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  it('a full disk refuses writes with 14031 and leaves nothing half-written', async () => {
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    open = await openDatabase({ path: folder, maxBytes: 400_000, log });
    const seats = open.db.collection<{ _id: number; text: string; tags: string[] }>('seats');
    await seats.createIndex({ tags: 1 });
    let stored = 0;
    const insert = () => seats.insertOne({ _id: stored, text, tags: [`a${stored}`, `b${stored}`] });
    for (let isFull = false; !isFull;) {
      await insert().then(
        () => stored++,
        (error: { code: number }) => {
          expect(error.code).toBe(OUT_OF_DISK_SPACE);
          isFull = true;
        },
      );
    }
    expect(stored).toBeGreaterThan(20);
    expect(lines[0]).toContain('No space left');
    expect(await seats.countDocuments({})).toBe(stored);
    expect(await open.db.command({ validate: 'seats' })).toMatchObject({ valid: true, nrecords: stored });
    await seats.deleteMany({ _id: { $lt: 10 } });
    await insert();
    expect(await open.db.command({ validate: 'seats' })).toMatchObject({ valid: true, nrecords: stored - 9 });
  });

  it('commands that shared the lost transaction all fail, and none is half there', async () => {
    open = await openDatabase({ path: folder, maxBytes: 300_000, log: () => undefined });
    const seats = open.db.collection<{ _id: number; text: string }>('seats');
    const results = await Promise.allSettled(Array.from({ length: 300 }, (_, _id) => seats.insertOne({ _id, text })));
    const acknowledged = results.flatMap((result, _id) => (result.status === 'fulfilled' ? [_id] : []));
    const stored = (await seats.find().toArray()).map(({ _id }) => _id);
    // What became of a command whose answer did not arrive, nobody knows; on a machine under load there may be some.
    const refused = results.flatMap((result, _id) =>
      result.status === 'rejected' && (result.reason as { code?: number }).code === OUT_OF_DISK_SPACE ? [_id] : [],
    );
    expect(refused.length).toBeGreaterThan(0);
    expect(stored.filter((_id) => refused.includes(_id))).toEqual([]);
    expect(acknowledged.filter((_id) => !stored.includes(_id))).toEqual([]);
  });

  it('a failed commit ends the process with one line, and what was acknowledged is there', async () => {
    const bundle = bundleEngine(folder);
    const data = join(folder, 'data');
    // A write beyond this limit fails as on a broken disk; the ignored signal would kill the process first.
    const limited = `trap '' XFSZ; ulimit -f 600; exec "${process.execPath}" "${bundle}" --path "${data}"`;
    const child = spawn('sh', ['-c', limited], { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
    const [address] = (await once(child.stdout, 'data')) as [Buffer];
    const client = await new MongoClient(address.toString().trim(), { serverSelectionTimeoutMS: 500 }).connect();
    const ended = once(child, 'exit');
    let acknowledged = 0;
    const seats = client.db().collection<{ _id: number; text: string }>('seats');
    await refusal(
      (async () => {
        for (; ; acknowledged++) await seats.insertOne({ _id: acknowledged, text });
      })(),
    );
    const [code] = (await ended) as [number];
    await client.close(true);
    expect(code).toBe(EXIT_STORAGE_FAILED);
    expect(complaint.trim().split('\n')).toHaveLength(1);
    expect(complaint).toContain('COMMIT failed');
    await expectStored(bundle, data, acknowledged);
  });

  it('a failed commit ends the thread, which is started again until it is clear that this does not help', async () => {
    const [keeper, workerFile, data] = [bundleKeeper(folder), bundleWorker(folder), join(folder, 'data')];
    const limited = `trap '' XFSZ; ulimit -f 600; exec "${process.execPath}" "${keeper}" "${data}" "${workerFile}"`;
    const child = spawn('sh', ['-c', limited], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await once(child.stdout, 'data');
    const ended = once(child, 'exit');
    let isRunning = true;
    void ended.then(() => (isRunning = false));
    const client = await new MongoClient(said.trim(), { serverSelectionTimeoutMS: 500 }).connect();
    const seats = client.db().collection<{ _id: number; text: string }>('seats');
    const acknowledged: number[] = [];
    for (let _id = 0; isRunning; _id++) {
      await seats.insertOne({ _id, text }).then(
        () => acknowledged.push(_id),
        () => undefined,
      );
    }
    await client.close(true);
    const [, ...lines] = said.trim().split('\n');
    expect(lines).toHaveLength(MOST_SHORT_LIVES);
    expect(lines.at(0)).toMatch(/^restarted: COMMIT failed on /);
    expect(lines.at(-1)).toMatch(/^ended: COMMIT failed on .+ It was started 5 times and ended at once\.$/);
    const open = await openDatabase({ path: data });
    const stored = await open.db.collection('seats').distinct('_id');
    expect(acknowledged.filter((id) => !stored.includes(id as never))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(MOST_SHORT_LIVES);
    expect(await open.db.command({ validate: 'seats' })).toMatchObject({ valid: true });
    await open.close();
  });

  async function expectStored(bundle: string, data: string, acknowledged: number): Promise<void> {
    const engine = await EngineProcess.start(bundle, ['--path', data]);
    const client = await new MongoClient(engine.uri).connect();
    const count = await client
      .db()
      .collection('seats')
      .countDocuments({ _id: { $lt: acknowledged } as never });
    expect(count).toBe(acknowledged);
    expect(await client.db().command({ validate: 'seats' })).toMatchObject({ valid: true });
    await client.close();
    await engine.stop();
  }

  it('overwritten bytes are an error, never a wrong answer', async () => {
    const first = await openDatabase({ path: folder });
    await first.db.collection('seats').insertMany(Array.from({ length: 500 }, (_, i) => ({ i, text })));
    await first.close();
    const file = join(folder, DATABASE_FILE);
    const handle = openSync(file, 'r+');
    const page = Buffer.alloc(4096, 0xa5);
    for (let at = 40_960; at < statSync(file).size; at += 40_960) writeSync(handle, page, 0, page.length, at);
    closeSync(handle);
    const lines: string[] = [];
    const again = await openDatabase({ path: folder, log: (line) => void lines.push(line) });
    const { code } = await refusal(again.db.collection('seats').find().toArray());
    expect(code).toBe(FILE_STREAM_FAILED);
    expect(lines[0]).toContain('is damaged');
    await again.close();
  });
});
