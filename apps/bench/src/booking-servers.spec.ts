import { createServer, type Server } from 'node:http';
import { type EmbeddedMongo, startEmbeddedMongo } from '@modex/embedded-mongo';
import { type Db, MongoClient, ObjectId } from 'mongodb';
import mongoose, { type Connection } from 'mongoose';
import { booking } from './cases/wishes';
import { createLiteral } from './literal/literal';
import { type Answer, Client } from './load/client';
import { listen } from './servers/listen';
import { sessionId } from './session-read';
import { createFloor } from './floor/floor';

const SECRET = 'a secret';
const TOKEN = 'a token';
const [USER, SHOW] = [new ObjectId(), new ObjectId()];
const SEATS = [1, 2, 3].map((place) => `00000000000000000000000${place}`);
const [A, B, C] = SEATS as [string, string, string];

/** The servers that Modex is compared with. */
const SERVERS = {
  'the floor': (client: MongoClient, _: Connection, modex: string) =>
    createFloor(client, { sessionSecret: SECRET, modex, strategy: 'lock loop' }),
  'the floor with one bulk write': (client: MongoClient, _: Connection, modex: string) =>
    createFloor(client, { sessionSecret: SECRET, modex, strategy: 'bulk write' }),
  'the design document taken literally': (_: MongoClient, connection: Connection) =>
    createServer(createLiteral(connection, SECRET)),
} as const;

describe.each(Object.entries(SERVERS))('%s', (_name, create) => {
  let engine: EmbeddedMongo;
  let mongo: MongoClient;
  let connection: Connection;
  let modex: Server;
  let server: Server;
  let client: Client;
  let db: Db;
  beforeAll(async () => {
    engine = await startEmbeddedMongo({ memory: true, database: 'bench' });
    mongo = await new MongoClient(engine.uri).connect();
    connection = await mongoose.createConnection(engine.uri).asPromise();
    db = mongo.db();
    modex = createServer((_request, response) => response.setHeader('etag', 'W/"1"').end('a list'));
    server = create(mongo, connection, await listen(modex));
    client = new Client(await listen(server));
    await db.collection<{ _id: string }>('sessions').insertOne({
      _id: sessionId(TOKEN, SECRET),
      user_id: USER,
      expires_at: new Date(Date.now() + 3_600_000),
    } as { _id: string });
  });
  beforeEach(async () => {
    await db.collection('bookings').deleteMany({});
    await db.collection('seats').deleteMany({});
    const seat = { show_id: SHOW, row_number: 'A', status: 'AVAILABLE' };
    await db
      .collection('seats')
      .insertMany(SEATS.map((id, at) => ({ ...seat, _id: new ObjectId(id), seat_number: at + 1 })));
  });
  afterAll(async () => {
    client?.close();
    for (const each of [server, modex]) each?.close().closeAllConnections();
    await connection?.close();
    await mongo?.close();
    await engine?.close();
  });

  const book = (seatIds: readonly string[], token = TOKEN): Promise<Answer> =>
    client.send(booking({ userId: USER.toHexString(), token }, SHOW.toHexString(), seatIds));
  /** Who has each seat: `-` for nobody. */
  const owners = async (): Promise<string[]> => {
    const seats = await db.collection('seats').find().sort({ _id: 1 }).toArray();
    return seats.map(({ status, booking_id }) => (status === 'BOOKED' ? String(booking_id) : '-'));
  };

  it('books seats for whoever is signed in', async () => {
    expect((await book([A, B])).status).toBe(201);
    const [stored] = await db.collection('bookings').find().toArray();
    expect(stored).toMatchObject({ user_id: USER, show_id: SHOW, status: 'CONFIRMED' });
    expect(stored?.['seats'].map(String)).toEqual([A, B]);
    expect(await owners()).toEqual([String(stored?._id), String(stored?._id), '-']);
  });

  it('gives back what it got when one seat is gone', async () => {
    await book([C]);
    const [, , owner] = await owners();
    expect((await book([A, B, C])).status).toBe(409);
    expect(await owners()).toEqual(['-', '-', owner]);
    expect(await db.collection('bookings').countDocuments({ status: 'CONFIRMED' })).toBe(1);
  });

  it('lets one of many have a seat', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => book([A, B])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });

  it('refuses who is not signed in', async () => {
    expect((await book([A], 'another token')).status).toBe(401);
    expect(await owners()).toEqual(['-', '-', '-']);
  });

  it('answers reads, and tells a reader who has the version', async () => {
    const first = await client.send({ method: 'GET', path: '/api/shows' });
    expect(first.status).toBe(200);
    const again = await client.send({
      method: 'GET',
      path: '/api/shows',
      headers: { 'if-none-match': first.headers.etag },
    });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });
});
