import type { Booked, Page, Session, ShowView } from '../harness/actors';
import { Actor, createShow, expectStatus, guest, seatIdsOf } from '../harness/actors';
import { ApiServer, type ServerStart } from '../harness/api-server';
import { openDatabase, type TestDatabase } from '../harness/database';
import { newFolder, removeFolder } from '../harness/workspace';

const onServer = (process.env['TEST_MONGODB_URI'] ?? '') !== '';

describe('a second start on the same DATA_DIR', () => {
  const dataDir = newFolder();
  let database: TestDatabase | undefined;
  beforeAll(async () => void (database = onServer ? await openDatabase() : undefined));
  afterAll(async () => {
    await database?.close();
    removeFolder(dataDir);
  });

  /** Empty credentials: the first start makes the admin's password up. */
  const start = (): ServerStart => ({
    dataDir,
    ...(database === undefined ? {} : { mongodbUri: database.uri }),
    env: { DEMO: 'off', ADMIN_EMAIL: '', ADMIN_PASSWORD: '' },
  });

  it('finds the data, the sessions and the same admin password', async () => {
    const first = await ApiServer.start(start());
    const [, email, password] = /sign-in\s+(\S+@\S+)\s+(\S+)/.exec(first.child.stdout) ?? [];
    const signIn = { body: { email, password } };
    const organiser = new Actor(
      first.http,
      expectStatus(200, await first.http.post<Session>('/api/auth/login', signIn)),
    );
    const show = await createShow(organiser, { title: 'Still here', totalSeats: 10 });
    const ada = await guest(first.http);
    const [seatId] = await seatIdsOf(first.http, show.id);
    const { bookingId } = expectStatus(201, await ada.book(show.id, [seatId as string]));
    expect(await first.stop()).toEqual({ code: 0, signal: null });

    const second = await ApiServer.start(start());
    try {
      expect(second.child.stdout).not.toContain(password);
      expectStatus(200, await second.http.post('/api/auth/login', signIn));
      const { items } = expectStatus(200, await second.http.get<Page<ShowView>>('/api/shows'));
      expect(items.map(({ title, freeSeats }) => [title, freeSeats])).toEqual([['Still here', 9]]);
      const kept = await ada.at(second.http).get<Booked>(`/api/bookings/${bookingId}`);
      expect(kept.body.status).toBe('CONFIRMED');
    } finally {
      await second.kill();
    }
  });
});
