import { Long } from 'mongodb';
import { openDatabase, refusal, refusalCode, type OpenDatabase } from '../testing/open-database';

describe('what the database refuses', () => {
  let open: OpenDatabase;
  beforeAll(async () => {
    open = await openDatabase();
    await open.db.collection('c').insertOne({ a: 1 });
    await open.db.collection('c').createIndex({ a: 1 });
  });
  afterAll(() => open.close());

  const index = (key: object, more: object = {}) => ({ createIndexes: 'c', indexes: [{ key, name: 'x', ...more }] });

  it.each<[string, object, number]>([
    ['an unknown command', { mapReduce: 'c' }, 59],
    ['an unknown field of a command', { find: 'c', fast: true }, 40415],
    ['an unknown field of an update', { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, x: 1 }] }, 40415],
    ['a transaction', { find: 'c', txnNumber: Long.ONE, autocommit: false, startTransaction: true }, 20],
    ['a write to more than one member', { insert: 'c', documents: [{}], writeConcern: { w: 2 } }, 2],
    ['linearizable reads', { find: 'c', readConcern: { level: 'linearizable' } }, 123],
    ['a change stream', { aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }, 40573],
    ['an unknown stage', { aggregate: 'c', pipeline: [{ $nope: {} }], cursor: {} }, 40324],
    ['an unknown operator', { find: 'c', filter: { a: { $nope: 1 } } }, 2],
    ['server-side JavaScript', { find: 'c', filter: { $where: 'true' } }, 2],
    ['an unknown update operator', { update: 'c', updates: [{ q: {}, u: { $nope: { a: 1 } } }] }, 9],
    ['a collation', { find: 'c', collation: { locale: 'de' } }, 2],
    ['a tailable cursor', { find: 'c', tailable: true }, 238],
    ['a view', { create: 'v', viewOn: 'c', pipeline: [] }, 238],
    ['a capped collection', { create: 'v', capped: true, size: 100 }, 238],
    ['a validator', { create: 'v', validator: { a: 1 } }, 238],
    ['a text index', index({ a: 'text' }), 67],
    ['a geo index', index({ a: '2dsphere' }), 67],
    ['a hashed index', index({ a: 'hashed' }), 67],
    ['a wildcard index', index({ '$**': 1 }), 67],
    ['an index with a collation', index({ a: 1 }, { collation: { locale: 'de' } }), 67],
    ['an unknown index option', index({ a: 1 }, { fast: true }), 197],
    ['a hint that names no index', { find: 'c', hint: 'nope' }, 2],
    ['an unknown cursor', { getMore: Long.fromNumber(4711), collection: 'c' }, 43],
    ['a negative limit', { find: 'c', limit: -1 }, 51024],
    ['a wrong type', { find: 'c', filter: 5 }, 14],
    ['a name with a dollar', { insert: 'a$b', documents: [{}] }, 73],
    ['an index of a collection that is not there', { listIndexes: 'nope' }, 26],
    ['dropping an index that is not there', { dropIndexes: 'c', index: 'nope' }, 27],
    ['dropping the _id index', { dropIndexes: 'c', index: '_id_' }, 72],
    ['an empty batch', { insert: 'c', documents: [] }, 16],
    ['a batch that is missing', { insert: 'c' }, 40414],
    ['a delete without a limit', { delete: 'c', deletes: [{ q: {} }] }, 40414],
    ['an update that is none', { update: 'c', updates: [{ q: {}, u: 5 }] }, 9],
    ['a negative maxTimeMS', { find: 'c', maxTimeMS: -1 }, 2],
  ])('%s', async (_, command, code) => {
    expect(await refusalCode(open.db, command)).toBe(code);
  });

  it('a document beyond 16 MB, with nothing of it left', async () => {
    const text = 'x'.repeat(9 * 1024 * 1024);
    const big = open.db.collection<{ _id: string; text?: string; more?: string }>('big');
    await big.insertOne({ _id: 'a', text });
    expect((await refusal(big.updateOne({ _id: 'a' }, { $set: { more: text } }))).code).toBe(10334);
    expect(await big.countDocuments({ more: { $exists: true } })).toBe(0);
  });

  it('an _id that is an array or changes', async () => {
    expect(await refusalCode(open.db, { insert: 'c', documents: [{ _id: [1] }] })).toBe(53);
    expect((await refusal(open.db.collection('c').updateOne({ a: 1 }, { $set: { _id: 5 } }))).code).toBe(66);
  });

  it('nothing that a session of the driver does not need', async () => {
    const session = open.client.startSession();
    const inTransaction = session.withTransaction(() => open.db.collection('c').insertOne({ a: 2 }, { session }));
    expect((await refusal(inTransaction)).message).toContain('does not support sessions');
    await session.endSession();
  });
});
