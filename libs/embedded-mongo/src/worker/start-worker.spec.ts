import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { bundleWorker } from '../durability/engine-process';
import { startEmbeddedMongoWorker } from './start-worker';

describe('the database in a worker thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-worker-'));
  const workerFile = bundleWorker(folder);
  const path = join(folder, 'data');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('serves clients and ends when it is closed', async () => {
    const database = await startEmbeddedMongoWorker({ path, workerFile, database: 'modex' });
    const client = await new MongoClient(database.uri).connect();
    await client.db().collection('seats').insertOne({ row: 'A' });
    expect(client.db().databaseName).toBe('modex');
    expect((await database.stats()).commands['insert']).toBe(1);
    await client.close();
    await database.close();
    expect(await database.ended).toMatchObject({ isExpected: true, exitCode: 0 });
  });

  it('tells why it cannot start', async () => {
    const database = await startEmbeddedMongoWorker({ path, workerFile });
    await expect(startEmbeddedMongoWorker({ path, workerFile })).rejects.toMatchObject({ reason: 'in-use' });
    await database.close();
    await expect(startEmbeddedMongoWorker({ path, workerFile: join(folder, 'nothing.cjs') })).rejects.toThrow();
  });
});
