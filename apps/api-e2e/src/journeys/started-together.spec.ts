import { Actor, createShow, expectStatus, type Session } from '../harness/actors';
import { ApiServer, spawnServer } from '../harness/api-server';
import { openDatabase, type TestDatabase } from '../harness/database';
import { OLDER_ENV, openOlderDatabase } from '../harness/older-data';
import { within } from '../harness/until';

/** What instances that start at the same moment find. */
const DATABASES: Readonly<Record<string, () => Promise<TestDatabase>>> = {
  'an empty database': () => openDatabase(),
  'the data of the first version': () => openOlderDatabase('d293aef'),
  'the data of the version before seats had places': () => openOlderDatabase('7fe0f8a'),
  'a database that was left half migrated': async () => {
    const database = await openOlderDatabase('d293aef');
    await ApiServer.start({ mongodbUri: database.uri, env: OLDER_ENV }).then((server) => server.stop());
    // As after a death between the last change of a migration and its record, for every other one.
    const applied = await database.db.collection('migrations').find().sort({ _id: 1 }).toArray();
    const lost = applied.filter((_, index) => index % 2 === 0).map(({ _id }) => _id);
    await database.db.collection('migrations').deleteMany({ _id: { $in: lost } });
    return database;
  },
};

describe.each(Object.entries(DATABASES))('instances that start together on %s', (_, open) => {
  let database: TestDatabase;
  let servers: readonly ApiServer[] = [];
  beforeAll(async () => {
    database = await open();
    const start = { mongodbUri: database.uri, env: OLDER_ENV };
    servers = await Promise.all(Array.from({ length: 3 }, () => ApiServer.start(start)));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await database?.close();
  });

  it('all come up, with one admin, and each migration was made by one of them', async () => {
    const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = OLDER_ENV;
    for (const { http } of servers) {
      const session = await http.post<Session>('/api/auth/login', { body: { email, password } });
      await createShow(new Actor(http, expectStatus(200, session)), { totalSeats: 10 });
    }
    expect(await database.db.collection('users').countDocuments({ role: 'OWNER' })).toBe(1);
    const made = servers.flatMap(({ child }) => child.stdout.match(/Preparing the data: .+?, (\d+) of \1$/gm) ?? []);
    expect(made).toEqual([...new Set(made)]);
  });

  it('refuse a database of a newer version in one line, and touch nothing', async () => {
    // Else one of them may begin an audit meanwhile.
    await Promise.all(servers.map((server) => server.kill()));
    const newer = { _id: '2999-01-01-from-the-future', applied_at: new Date() };
    await database.db.collection<{ _id: string }>('migrations').insertOne(newer);
    const before = await contentsOf(database);
    const child = spawnServer({ mongodbUri: database.uri, env: OLDER_ENV });
    const { code } = await within('the end of a refused start', 45_000, child.exit);
    expect(code).toBe(1);
    const lines = `${child.stdout}\n${child.stderr}`.split('\n').filter((line) => line.trim() !== '');
    expect(lines).toEqual([expect.stringMatching(/newer version of Modex \(2999-01-01-from-the-future\)/)]);
    expect(await contentsOf(database)).toEqual(before);
  });
});

/** How many documents each collection has; sessions end by themselves. */
async function contentsOf({ db }: TestDatabase): Promise<Readonly<Record<string, number>>> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).toSorted();
  const counted = names.filter((name) => name !== 'sessions');
  return Object.fromEntries(
    await Promise.all(counted.map(async (name) => [name, await db.collection(name).countDocuments()] as const)),
  );
}
