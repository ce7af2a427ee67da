import type { Document } from 'mongodb';
import { openDatabase, refusal, type OpenDatabase } from '../testing/open-database';

const DOCUMENTS = 20_000;

/**
 * How long another command may wait on average, in processor time of this process, in which the database runs as well:
 * a machine that is busy with other things does not count.
 */
const PATIENCE_MS = 50;

describe('a long command', () => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await openDatabase({ memory: true });
    const docs = Array.from({ length: DOCUMENTS }, (_, i) => ({ _id: i as unknown as undefined, i, v: i % 1000 }));
    for (let at = 0; at < DOCUMENTS; at += 10_000) {
      await open.db.collection('large').insertMany(docs.slice(at, at + 10_000) as Document[]);
    }
  });
  afterAll(() => open.close());

  const group = [{ $group: { _id: '$v', n: { $sum: 1 } } }];
  it.each<[string, () => Promise<unknown>]>([
    [
      'a scan',
      () =>
        open.db
          .collection('large')
          .find({ $expr: { $eq: ['$i', -1] } })
          .toArray(),
    ],
    ['a sort without an index', () => open.db.collection('large').find().sort({ v: -1 }).limit(5).toArray()],
    [
      'a group',
      () =>
        open.db
          .collection('large')
          .aggregate([{ $match: { i: { $gte: 0 } } }, ...group])
          .toArray(),
    ],
    ['an update of everything', () => open.db.collection('large').updateMany({}, { $inc: { i: 1 } })],
    ['the build of an index', () => open.db.collection('large').createIndex({ v: 1, i: 1 })],
    ['a validation', () => open.db.command({ validate: 'large' })],
  ])('lets others through: %s', (_, run) => expectOthersServed(run), 30_000);

  it('changes each document once, although its index moves it along', async () => {
    await open.db.collection('moved').insertMany(Array.from({ length: 2000 }, (_, v) => ({ v })));
    await open.db.collection('moved').createIndex({ v: 1 });
    const { modifiedCount } = await open.db.collection('moved').updateMany({ v: { $gte: 0 } }, { $inc: { v: 500 } });
    expect(modifiedCount).toBe(2000);
    expect(await open.db.collection('moved').countDocuments({ v: { $gte: 2000 } })).toBe(500);
  });

  it('ends when maxTimeMS is over', async () => {
    const scan = open.db
      .collection('large')
      .find({ $expr: { $eq: ['$i', -1] } }, { maxTimeMS: 5 })
      .toArray();
    expect((await refusal(scan)).code).toBe(50);
  });

  it('ends when its collection is dropped', async () => {
    const collection = open.db.collection('gone');
    await collection.insertMany(Array.from({ length: 500 }, (_, i) => ({ i })));
    const cursor = collection.find({}, { batchSize: 10 });
    await cursor.next();
    await collection.drop();
    expect((await refusal(cursor.toArray())).code).toBe(175);
  });

  it('ends when the index it reads is dropped', async () => {
    const collection = open.db.collection('indexed');
    await collection.insertMany(Array.from({ length: 500 }, (_, i) => ({ i })));
    const name = await collection.createIndex({ i: 1 });
    const cursor = collection.find({ i: { $gte: 0 } }, { batchSize: 10 });
    await cursor.next();
    await collection.dropIndex(name);
    expect((await refusal(cursor.toArray())).code).toBe(175);
  });

  it('gives its cursor up when it is killed', async () => {
    const cursor = open.db.collection('large').find({}, { batchSize: 10 });
    await cursor.next();
    expect(open.server.stats().openCursors).toBe(1);
    await cursor.close();
    expect(open.server.stats().openCursors).toBe(0);
  });

  it('lets others through: the removal of a large collection', async () => {
    await expectOthersServed(() => open.db.collection('large').drop());
  });

  async function expectOthersServed(run: () => Promise<unknown>): Promise<void> {
    let isRunning = true;
    const start = process.cpuUsage();
    const long = run().finally(() => (isRunning = false));
    let served = 0;
    while (isRunning) {
      await open.db.command({ ping: 1 });
      served++;
    }
    await long;
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000 / served).toBeLessThan(PATIENCE_MS);
  }
});
