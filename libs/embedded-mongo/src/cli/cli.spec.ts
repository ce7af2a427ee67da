import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decimal128, Double, Int32, Long, MongoClient } from 'mongodb';
import { openDatabase, refusal, type OpenDatabase } from '../testing/open-database';
import { backup } from './backup';
import { migrate } from './migrate';
import { restore } from './restore';

describe('the command line', () => {
  let folder: string;
  let source: OpenDatabase;
  const inFolder = (name: string) => join(folder, name);

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'embedded-mongo-cli-'));
    source = await openDatabase({ path: inFolder('data'), database: 'modex' });
    const seats = source.db.collection<{ _id: number }>('seats');
    await seats.createIndex({ show: 1, n: -1 }, { unique: true, partialFilterExpression: { n: { $gte: 0 } } });
    await seats.insertMany(Array.from({ length: 3000 }, (_, n) => ({ _id: n, show: 's', n, text: 'x'.repeat(300) })));
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await source.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('backs up a database in use and restores it elsewhere', async () => {
    const seats = source.db.collection<{ _id: number }>('seats');
    let isDone = false;
    const load = (async () => {
      for (let i = 0; !isDone; i++) {
        await seats.updateOne({ _id: i % 3000 }, { $set: { show: `t${i}` }, $inc: { version: 1 } });
      }
    })();
    await backup({ path: inFolder('data'), to: inFolder('copy.sqlite') });
    isDone = true;
    await load;
    await restore({ path: inFolder('other'), from: inFolder('copy.sqlite') });
    const other = await openDatabase({ path: inFolder('other'), database: 'modex' });
    expect(await other.db.collection('seats').countDocuments()).toBe(3000);
    expect(await other.db.command({ validate: 'seats' })).toMatchObject({ valid: true });
    expect(await other.db.collection('seats').indexes()).toHaveLength(2);
    await other.close();
  });

  it('backs up a database that nobody has open', async () => {
    await source.close();
    await backup({ path: inFolder('data'), to: inFolder('copy.sqlite') });
    await restore({ path: inFolder('other'), from: inFolder('copy.sqlite') });
    source = await openDatabase({ path: inFolder('other'), database: 'modex' });
    expect(await source.db.collection('seats').countDocuments()).toBe(3000);
  });

  it('overwrites nothing and takes no file that is not a backup', async () => {
    writeFileSync(inFolder('there'), 'something');
    await expect(backup({ path: inFolder('data'), to: inFolder('there') })).rejects.toThrow('exists already');
    await expect(backup({ path: inFolder('none'), to: inFolder('new') })).rejects.toThrow('no database');
    await expect(restore({ path: inFolder('data'), from: inFolder('there') })).rejects.toThrow('exists already');
    await expect(restore({ path: inFolder('fresh'), from: inFolder('there') })).rejects.toThrow();
  });

  it('makes a backup through the socket of the owner only', async () => {
    const open = await openDatabase({ memory: true, port: 0 });
    const asked = open.db.command({ embeddedBackup: 1, to: inFolder('stolen') });
    expect((await refusal(asked)).code).toBe(20);
    await open.close();
  });

  it('migrates documents, types and indexes to a server, and only to an empty one', async () => {
    const target = await openDatabase({ memory: true, port: 0, database: 'moved' });
    const exact = {
      _id: 'types',
      a: new Int32(1),
      b: new Double(1),
      c: Long.fromNumber(1),
      d: Decimal128.fromString('1'),
    };
    await source.db.collection<{ _id: string }>('types').insertOne(exact);
    await source.db.createCollection('empty');
    await migrate({ path: inFolder('data'), to: target.server.uri });
    expect(await target.db.collection('seats').countDocuments()).toBe(3000);
    expect(await target.db.collection('seats').indexes()).toEqual(await source.db.collection('seats').indexes());
    const found = await target.db.collection('types').findOne({}, { promoteValues: false });
    expect(found).toMatchObject({ a: { value: 1 }, b: new Double(1), c: Long.fromNumber(1) });
    await expect(migrate({ path: inFolder('data'), to: target.server.uri })).rejects.toThrow('not empty');
    await target.close();
  });

  const server = process.env['TEST_MONGODB_URI'];
  (server ? it : it.skip)('migrates to the MongoDB server of TEST_MONGODB_URI', async () => {
    const url = new URL(server ?? '');
    url.pathname = `/migrated_${process.pid}`;
    const client = await new MongoClient(url.href).connect();
    try {
      await migrate({ path: inFolder('data'), to: url.href });
      expect(await client.db().collection('seats').countDocuments()).toBe(3000);
    } finally {
      await client.db().dropDatabase();
      await client.close();
    }
  });
});
