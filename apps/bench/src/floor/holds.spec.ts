import type { Server } from 'node:http';
import { type EmbeddedMongo, startEmbeddedMongo } from '@modex/embedded-mongo';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import { booking, holding } from '../cases/wishes';
import { type Answer, Client } from '../load/client';
import { listen } from '../servers/listen';
import { bearer } from '../servers/modex-api';
import { sessionId } from '../session-read';
import { createFloor } from './floor';

const SECRET = 'a secret';
const SHOW = new ObjectId();
const SEATS = [1, 2, 3, 4].map((place) => `00000000000000000000000${place}`);
const [A, B, C, D] = SEATS as [string, string, string, string];
const customerOf = (token: string) => ({ userId: new ObjectId().toHexString(), token });
const [ANN, BEN] = [customerOf('Ann'), customerOf('Ben')];

describe('a hold on the floor', () => {
  let engine: EmbeddedMongo;
  let mongo: MongoClient;
  let server: Server;
  let client: Client;
  let db: Db;
  beforeAll(async () => {
    engine = await startEmbeddedMongo({ memory: true, database: 'bench' });
    mongo = await new MongoClient(engine.uri).connect();
    db = mongo.db();
    server = createFloor(mongo, { sessionSecret: SECRET, modex: 'http://nobody', strategy: 'lock loop' });
    client = new Client(await listen(server));
    const expires_at = new Date(Date.now() + 3_600_000);
    const sessions = [ANN, BEN].map(({ userId, token }) => ({
      ...{ _id: sessionId(token, SECRET), user_id: new ObjectId(userId), expires_at },
    }));
    await db.collection<{ _id: string }>('sessions').insertMany(sessions);
  });
  beforeEach(async () => {
    await db.collection('bookings').deleteMany({});
    await db.collection('seats').deleteMany({});
    const seats = SEATS.map((id) => ({ _id: new ObjectId(id), show_id: SHOW, status: 'AVAILABLE' }));
    await db.collection('seats').insertMany(seats);
  });
  afterAll(async () => {
    client?.close();
    server?.close().closeAllConnections();
    await mongo?.close();
    await engine?.close();
  });

  const showId = SHOW.toHexString();
  const bodyOf = ({ bytes }: Answer) => JSON.parse(bytes.toString());
  const hold = async (seatIds: readonly string[], who = ANN) => client.send(holding(who, showId, seatIds));
  const heldBy = async (who: typeof ANN, seatIds: readonly string[]) =>
    bodyOf(await hold(seatIds, who)).holdId as string;
  const change = (holdId: string, seatIds: readonly string[], who = ANN) =>
    client.send({
      ...{ method: 'PUT', path: `/api/shows/${showId}/holds/${holdId}` },
      ...{ headers: bearer(who), body: { seatIds } },
    });
  const confirm = (holdId: string, seatIds: readonly string[], who = ANN) => {
    const asked = booking(who, showId, seatIds);
    return client.send({ ...asked, body: { ...(asked.body as object), holdId } });
  };
  const statuses = async () => {
    const seats = await db.collection('seats').find().sort({ _id: 1 }).toArray();
    return seats.map(({ status }) => status);
  };
  const stored = () => db.collection('bookings').findOne({ user_id: new ObjectId(ANN.userId) });

  it('keeps all its seats, or none', async () => {
    expect((await hold([A, B])).status).toBe(201);
    expect(await stored()).toMatchObject({ status: 'HELD', open: true });
    expect((await hold([C, B], BEN)).status).toBe(409);
    expect(await statuses()).toEqual(['HELD', 'HELD', 'AVAILABLE', 'AVAILABLE']);
  });

  it('gets one seat more, or stays as it was', async () => {
    const holdId = await heldBy(ANN, [A, B]);
    await hold([D], BEN);
    expect((await change(holdId, [A, B, C])).status).toBe(200);
    expect((await change(holdId, [A, B, C, D])).status).toBe(409);
    const kept = await stored();
    expect(kept).toMatchObject({ seats: [A, B, C].map((id) => new ObjectId(id)), version: 2 });
    expect(kept).not.toHaveProperty('change');
    expect(await statuses()).toEqual(['HELD', 'HELD', 'HELD', 'HELD']);
  });

  it('is booked with the seats that its customer saw, once', async () => {
    const holdId = await heldBy(ANN, [A, B]);
    expect((await confirm(holdId, [A])).status).toBe(409);
    expect((await confirm(holdId, [A, B])).status).toBe(201);
    expect((await confirm(holdId, [A, B])).status).toBe(409);
    expect(await stored()).toMatchObject({ status: 'CONFIRMED', confirmed_at: expect.any(Date) });
    expect(await statuses()).toEqual(['BOOKED', 'BOOKED', 'AVAILABLE', 'AVAILABLE']);
  });

  it('is nothing once its time is over', async () => {
    const holdId = await heldBy(ANN, [A, B]);
    await db.collection('bookings').updateMany({}, { $set: { lease_until: new Date(Date.now() - 1_000) } });
    expect((await change(holdId, [A, B, C])).status).toBe(409);
    expect((await confirm(holdId, [A, B])).status).toBe(409);
    expect(await stored()).toMatchObject({ status: 'HELD' });
    expect(await statuses()).toEqual(['HELD', 'HELD', 'AVAILABLE', 'AVAILABLE']);
  });

  it("is nobody else's", async () => {
    const holdId = await heldBy(ANN, [A, B]);
    expect((await change(holdId, [A, B, C], BEN)).status).toBe(404);
    expect((await confirm(holdId, [A, B], BEN)).status).toBe(404);
  });
});
