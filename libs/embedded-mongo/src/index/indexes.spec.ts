import { MongoServerError } from 'mongodb';
import { openDatabase, refusal, type OpenDatabase } from '../testing/open-database';

describe('indexes', () => {
  let open: OpenDatabase;
  beforeAll(async () => (open = await openDatabase({ memory: true, expireEveryMs: 20 })));
  afterAll(() => open.close());
  let collections = 0;
  const fresh = () => open.db.collection(`c${++collections}`);

  async function expectValid(name: string): Promise<void> {
    expect(await open.db.command({ validate: name })).toMatchObject({ valid: true, errors: [] });
  }

  it('refuse a duplicate with the key, its value and the message of MongoDB', async () => {
    const seats = fresh();
    await seats.createIndex({ show: 1, seat: -1 }, { unique: true });
    await seats.insertOne({ show: 's', seat: 4 });
    const { error } = await refusal(seats.insertOne({ show: 's', seat: 4 }));
    expect(error).toBeInstanceOf(MongoServerError);
    expect(error).toMatchObject({ code: 11000, keyPattern: { show: 1, seat: -1 }, keyValue: { show: 's', seat: 4 } });
    expect(error.message).toBe(
      `E11000 duplicate key error collection: test.${seats.collectionName} index: show_1_seat_-1 dup key: { show: "s", seat: 4 }`,
    );
    await expectValid(seats.collectionName);
  });

  it('count equal numbers of other types, null and missing as duplicates', async () => {
    const numbers = fresh();
    await numbers.createIndex({ n: 1 }, { unique: true });
    await numbers.insertMany([{ n: 1 }, {}]);
    expect((await refusal(numbers.insertOne({ n: 1.0 }))).code).toBe(11000);
    expect((await refusal(numbers.insertOne({ n: null }))).code).toBe(11000);
  });

  it('hold only what a partial filter or sparseness lets in', async () => {
    const emails = fresh();
    await emails.createIndex({ email: 1 }, { unique: true, sparse: true });
    await emails.createIndex({ key: 1 }, { unique: true, partialFilterExpression: { key: { $exists: true } } });
    await emails.insertMany([{}, {}, { email: 'a', key: 'k' }]);
    expect((await refusal(emails.insertOne({ email: 'a' }))).code).toBe(11000);
    expect((await refusal(emails.insertOne({ key: 'k' }))).code).toBe(11000);
    await emails.updateMany({}, { $unset: { email: 1, key: 1 } });
    await emails.insertOne({ email: 'a', key: 'k' });
    await expectValid(emails.collectionName);
  });

  it('have an entry for each item of an array, and refuse two arrays at once', async () => {
    const tagged = fresh();
    await tagged.createIndex({ tags: 1, marks: 1 });
    await tagged.insertOne({ tags: ['a', 'b', 'a'], marks: 1 });
    expect(await tagged.countDocuments({ tags: 'b' })).toBe(1);
    expect((await refusal(tagged.insertOne({ tags: [1], marks: [2] }))).code).toBe(171);
    await tagged.updateOne({}, { $set: { tags: [] } });
    await expectValid(tagged.collectionName);
  });

  it('on an array of documents keep the fields of an item together', async () => {
    const orders = fresh();
    await orders.createIndex({ 'lines.sku': 1, 'lines.n': 1 }, { unique: true });
    await orders.insertOne({
      lines: [
        { sku: 'a', n: 1 },
        { sku: 'b', n: 2 },
      ],
    });
    await orders.insertOne({ lines: [{ sku: 'a', n: 2 }] });
    expect((await refusal(orders.insertOne({ lines: [{ sku: 'b', n: 2 }] }))).code).toBe(11000);
    expect(await orders.countDocuments({ 'lines.sku': 'a', 'lines.n': 2 })).toBe(2);
  });

  it('are built over what is there, and a unique one not over duplicates', async () => {
    const filled = fresh();
    await filled.insertMany(Array.from({ length: 3000 }, (_, i) => ({ i, half: Math.floor(i / 2) })));
    await filled.createIndex({ i: 1 }, { unique: true });
    expect((await refusal(filled.createIndex({ half: 1 }, { unique: true }))).code).toBe(11000);
    expect((await filled.indexes()).map(({ name }) => name)).toEqual(['_id_', 'i_1']);
    await expectValid(filled.collectionName);
  });

  it('are built while others write', async () => {
    const busy = open.db.collection<{ _id: number; v: number }>('busy');
    await busy.insertMany(Array.from({ length: 20_000 }, (_, i) => ({ _id: i, v: i % 97 })));
    const built = busy.createIndex({ v: 1, _id: 1 });
    const writes = Array.from({ length: 300 }, (_, i) => [
      busy.updateOne({ _id: i * 60 }, { $set: { v: -i } }),
      busy.insertOne({ _id: 20_000 + i, v: 5 }),
      busy.deleteOne({ _id: i * 60 + 1 }),
    ]);
    await Promise.all([built, ...writes.flat()]);
    await expectValid(busy.collectionName);
  });

  it('asked for twice are made once, and refused under another name or with other options', async () => {
    const c = fresh();
    await Promise.all([c.createIndex({ a: 1 }), c.createIndex({ a: 1 })]);
    expect(await c.indexes()).toHaveLength(2);
    expect((await refusal(c.createIndex({ a: 1 }, { name: 'other' }))).code).toBe(85);
    expect((await refusal(c.createIndex({ b: 1 }, { name: 'a_1' }))).code).toBe(86);
    expect((await refusal(c.createIndex({ a: 1 }, { expireAfterSeconds: 5 }))).code).toBe(85);
    await c.dropIndex('a_1');
    expect(await c.indexes()).toHaveLength(1);
  });

  it('let documents expire, but not those without a date', async () => {
    const sessions = fresh();
    await sessions.createIndex({ until: 1 }, { expireAfterSeconds: 0 });
    await sessions.insertMany([{ until: new Date(0) }, { until: new Date(Date.now() + 60_000) }, { until: 5 }, {}]);
    await until(async () => (await sessions.countDocuments()) === 3);
    await expectValid(sessions.collectionName);
  });
});

/** Waits for a condition, for five seconds at most. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 5000;
  while (!(await condition())) if (Date.now() > end) throw new Error('the condition was not met in five seconds');
}
