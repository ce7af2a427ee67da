import type { Booked, Page, SeatMap, Session, ShowView } from '../harness/actors';
import { ADMIN } from '../harness/api-server';
import { openModex, type OpenModex } from './open-modex';

describe('the routes of the design document, with plain HTTP', () => {
  let modex: OpenModex;
  let adminHeaders: Record<string, string>;
  let customer: Session;

  beforeAll(async () => {
    modex = await openModex();
    const { http } = modex.server;
    const { body } = await http.post<Session>('/api/auth/login', { body: ADMIN });
    adminHeaders = { authorization: `Bearer ${body.token}` };
    const guest = { name: 'Ada Lovelace', email: 'ada@example.org' };
    customer = (await http.post<Session>('/api/auth/guest', { body: guest })).body;
  });
  afterAll(() => modex.close());

  const createShow = (body: object): ReturnType<typeof modex.server.http.post<ShowView>> =>
    modex.server.http.post<ShowView>('/api/admin/shows', { body, headers: adminHeaders });

  it('POST /admin/shows creates a show and its seats from { title, startTime, totalSeats }', async () => {
    const show = await createShow({ title: 'Hamlet', startTime: '2099-03-01T19:30:00Z', totalSeats: 25 });
    expect(show.status).toBe(201);
    expect(show.body).toMatchObject({ title: 'Hamlet', startTime: '2099-03-01T19:30:00.000Z', totalSeats: 25 });
    const { body } = await modex.server.http.get<SeatMap>(`/api/shows/${show.body.id}/seats`);
    expect(body.seats).toHaveLength(25);
  });

  it('POST /admin/shows creates rows of seats from { title, startTime, rows, seatsPerRow }', async () => {
    const show = await createShow({ title: 'Faust', startTime: '2099-03-02T19:30:00Z', rows: 3, seatsPerRow: 4 });
    const { body } = await modex.server.http.get<SeatMap>(`/api/shows/${show.body.id}/seats`);
    const names = ['A', 'B', 'C'].flatMap((row) => [1, 2, 3, 4].map((seat) => `Row ${row}, seat ${seat}`));
    expect(body.seats.map(({ name }) => name)).toEqual(names);
  });

  it('GET /admin/shows lists all shows with sold, held and free seats, to admins alone', async () => {
    const all = await modex.server.http.get<Page<ShowView>>('/api/admin/shows', adminHeaders);
    expect(all.status).toBe(200);
    expect(all.body.items[0]).toMatchObject({
      title: 'Faust',
      totalSeats: 12,
      soldSeats: 0,
      heldSeats: 0,
      freeSeats: 12,
    });
    expect((await modex.server.http.get('/api/admin/shows')).status).toBe(401);
    const asCustomer = { authorization: `Bearer ${customer.token}` };
    expect((await modex.server.http.get('/api/admin/shows', asCustomer)).status).toBe(403);
  });

  it('GET /shows lists the shows on sale, soonest first, to everybody', async () => {
    const { status, body } = await modex.server.http.get<Page<ShowView>>('/api/shows');
    expect(status).toBe(200);
    expect(body.items.map(({ title, freeSeats }) => [title, freeSeats])).toEqual([
      ['Hamlet', 25],
      ['Faust', 12],
    ]);
    expect(body.nextCursor).toBeNull();
  });

  it('GET /shows/:id/seats gives every seat with id, row, number, status, and a version', async () => {
    const [show] = (await modex.server.http.get<Page<ShowView>>('/api/shows?q=faust')).body.items;
    const { status, body } = await modex.server.http.get<SeatMap>(`/api/shows/${show?.id}/seats`);
    expect(status).toBe(200);
    expect(body.version).toEqual(expect.any(String));
    expect(body.seats[0]).toMatchObject({ id: expect.any(String), rowNumber: 'A', seatNumber: 1, status: 'AVAILABLE' });
  });

  it('POST /shows/:id/book with { seatIds, userId } answers 201 { bookingId, status: CONFIRMED }', async () => {
    const { http } = modex.server;
    const [show] = (await http.get<Page<ShowView>>('/api/shows?q=hamlet')).body.items;
    const { seats } = (await http.get<SeatMap>(`/api/shows/${show?.id}/seats`)).body;
    const seatIds = seats.slice(3, 5).map(({ id }) => id);
    const headers = { authorization: `Bearer ${customer.token}` };
    const booking = { body: { seatIds, userId: customer.userId }, headers };
    const booked = await http.post<Booked>(`/api/shows/${show?.id}/book`, booking);
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({ bookingId: expect.any(String), status: 'CONFIRMED' });

    const again = await http.post<Booked>(`/api/shows/${show?.id}/book`, booking);
    expect(again.status).toBe(409);
    expect(again.headers['content-type']).toContain('application/problem+json');
    expect(again.body).toMatchObject({ code: 'seat-taken', seatIds: [seatIds[0]] });
  });

  it('POST /shows/:id/book for somebody else is refused with 403', async () => {
    const { http } = modex.server;
    const [show] = (await http.get<Page<ShowView>>('/api/shows?q=hamlet')).body.items;
    const { seats } = (await http.get<SeatMap>(`/api/shows/${show?.id}/seats`)).body;
    const booking = { seatIds: [seats[9]?.id], userId: '66f0c0ffee00112233445566' };
    const headers = { authorization: `Bearer ${customer.token}` };
    const refused = await http.post<Booked>(`/api/shows/${show?.id}/book`, { body: booking, headers });
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
  });
});
