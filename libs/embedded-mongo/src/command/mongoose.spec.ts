import mongoose from 'mongoose';
import { startEmbeddedMongo, type EmbeddedMongo } from '../server/start';

const seatSchema = new mongoose.Schema(
  { show_id: String, row: String, n: Number, status: String, hold_until: Date, tags: [String] },
  { timestamps: true },
);
seatSchema.index({ show_id: 1, row: 1, n: 1 }, { unique: true });

describe('Mongoose on the embedded database', () => {
  let server: EmbeddedMongo;
  let connection: mongoose.Connection;
  let Seat: mongoose.Model<mongoose.InferSchemaType<typeof seatSchema>>;

  beforeAll(async () => {
    server = await startEmbeddedMongo({ memory: true });
    connection = await mongoose.createConnection(server.uri).asPromise();
    Seat = connection.model('Seat', seatSchema);
    await Seat.init();
  });
  afterAll(async () => {
    await connection.close();
    await server.close();
  });
  beforeEach(async () => {
    await Seat.deleteMany({});
    await Seat.insertMany(
      Array.from({ length: 300 }, (_, n) => ({ show_id: `s${n % 3}`, row: 'A', n, status: 'AVAILABLE' })),
    );
  });

  it('gives a seat to one of a hundred callers', async () => {
    const seat = await Seat.findOne({ n: 7 }).orFail();
    const free = { _id: seat._id, show_id: seat.show_id, status: 'AVAILABLE' };
    const takers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        Seat.findOneAndUpdate(free, { $set: { status: 'BOOKED', tags: [`buyer${i}`] } }, { returnDocument: 'after' }),
      ),
    );
    const winners = takers.filter((taken) => taken !== null);
    expect(winners).toHaveLength(1);
    expect((await Seat.findById(seat._id).orFail()).tags).toEqual(winners[0]?.tags);
  });

  it('compares with its own clock, and counts an expired hold as free', async () => {
    await Seat.updateMany({ n: { $lt: 2 } }, { $set: { status: 'HELD' } });
    await Seat.updateOne({ n: 0 }, { $set: { hold_until: new Date(Date.now() - 1000) } });
    await Seat.updateOne({ n: 1 }, { $set: { hold_until: new Date(Date.now() + 60_000) } });
    const expired = { status: 'HELD', $expr: { $lt: ['$hold_until', '$$NOW'] } };
    expect((await Seat.find(expired)).map((seat) => seat.n)).toEqual([0]);
    expect(await Seat.countDocuments({ $or: [{ status: 'AVAILABLE' }, expired] })).toBe(299);
  });

  it('makes a document by a pipeline upsert once, however many ask', async () => {
    const counters = connection.collection<{ _id: string; n: number; at: Date }>('counters');
    const next = () =>
      counters.findOneAndUpdate({ _id: 'x' }, [{ $set: { n: { $add: [{ $ifNull: ['$n', 0] }, 1] }, at: '$$NOW' } }], {
        upsert: true,
        returnDocument: 'after',
      });
    const numbers = (await Promise.all(Array.from({ length: 50 }, next))).map((it) => it?.n ?? 0);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it('keeps arrays, timestamps and versions of documents', async () => {
    const seat = await Seat.findOne({ n: 3 }).orFail();
    seat.tags.push('aisle', 'front');
    await seat.save();
    seat.tags = seat.tags.filter((tag) => tag !== 'aisle');
    await seat.save();
    const stored = await Seat.findOne({ tags: 'front' }).orFail();
    expect(stored.tags).toEqual(['front']);
    expect(stored.updatedAt.getTime()).toBeGreaterThanOrEqual(stored.createdAt.getTime());
  });

  it('reads by cursor, groups, and writes in bulk', async () => {
    const seen: (number | null | undefined)[] = [];
    for await (const seat of Seat.find().sort({ n: 1 }).cursor({ batchSize: 20 })) seen.push(seat.n);
    expect(seen).toEqual(Array.from({ length: 300 }, (_, n) => n));
    const byShow = await Seat.aggregate([
      { $match: { n: { $gte: 30 } } },
      { $group: { _id: '$show_id', free: { $sum: { $cond: [{ $eq: ['$status', 'AVAILABLE'] }, 1, 0] } } } },
      { $sort: { _id: 1 } },
    ]);
    expect(byShow).toEqual(['s0', 's1', 's2'].map((_id) => ({ _id, free: 90 })));
    const { modifiedCount, deletedCount, upsertedCount } = await Seat.bulkWrite([
      { updateMany: { filter: { show_id: 's0' }, update: { $set: { status: 'BLOCKED' } } } },
      { deleteOne: { filter: { n: 1 } } },
      { updateOne: { filter: { show_id: 'new', row: 'A', n: 1 }, update: { $set: { status: 'x' } }, upsert: true } },
    ]);
    expect({ modifiedCount, deletedCount, upsertedCount }).toEqual({
      modifiedCount: 100,
      deletedCount: 1,
      upsertedCount: 1,
    });
  });
});
