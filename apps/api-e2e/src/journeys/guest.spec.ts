import type { Booked, Page, Session } from '../harness/actors';
import { Actor, admin, createShow, expectStatus, guest, seatIdsOf, seatMapOf } from '../harness/actors';
import { openModex, type OpenModex } from './open-modex';

interface BookingView extends Booked {
  readonly seats: readonly { readonly id: string; readonly name: string }[];
  readonly show: { readonly title: string };
}

describe('a guest', () => {
  let modex: OpenModex;
  let showId: string;
  let seatIds: readonly string[];

  beforeAll(async () => {
    modex = await openModex();
    const show = await createShow(await admin(modex.server.http), { rows: 2, seatsPerRow: 10 });
    showId = show.id;
    seatIds = await seatIdsOf(modex.server.http, showId);
  });
  afterAll(() => modex.close());

  it('books two seats, sees the ticket and cancels; the seats are free again', async () => {
    const { http } = modex.server;
    const ada = await guest(http);
    const { bookingId } = expectStatus(201, await ada.book(showId, seatIds.slice(0, 2)));

    const [ticket] = expectStatus(200, await ada.get<Page<BookingView>>('/api/bookings')).items;
    expect(ticket).toMatchObject({ bookingId, status: 'CONFIRMED', show: { title: 'Hamlet' } });
    expect(ticket?.seats.map(({ name }) => name)).toEqual(['Row A, seat 1', 'Row A, seat 2']);
    expect((await seatMapOf(http, showId)).seats.slice(0, 3).map(({ status }) => status)).toEqual([
      'BOOKED',
      'BOOKED',
      'AVAILABLE',
    ]);

    expect(expectStatus(200, await ada.cancel(bookingId)).status).toBe('CANCELLED');
    expect(expectStatus(200, await ada.cancel(bookingId)).status).toBe('CANCELLED');
    expect((await seatMapOf(http, showId)).seats.every(({ status }) => status === 'AVAILABLE')).toBe(true);
  });

  it('sees a 404 for the booking of somebody else', async () => {
    const [ada, bob] = [await guest(modex.server.http), await guest(modex.server.http, 'Bob')];
    const { bookingId } = expectStatus(201, await ada.book(showId, [seatIds[4] as string]));
    const looked = await bob.get<Booked>(`/api/bookings/${bookingId}`);
    expect([looked.status, looked.body.code]).toEqual([404, 'unknown-booking']);
    expect((await bob.cancel(bookingId)).status).toBe(404);
    expect(expectStatus(200, await ada.get<Booked>(`/api/bookings/${bookingId}`)).status).toBe('CONFIRMED');
  });

  it('keeps the bookings when registering, and finds them after signing in again', async () => {
    const { http } = modex.server;
    const ada = await guest(http);
    const { bookingId } = expectStatus(201, await ada.book(showId, [seatIds[6] as string]));
    const account = { name: 'Ada', email: 'ada.keeps@example.org', password: 'analytical engine' };
    const registered = expectStatus(201, await ada.post<Session>('/api/auth/register', account));
    expect(registered.user).toMatchObject({ userId: ada.userId, kind: 'REGISTERED' });

    const signIn = { body: { email: account.email, password: account.password } };
    const again = new Actor(http, expectStatus(200, await http.post<Session>('/api/auth/login', signIn)));
    const { items } = expectStatus(200, await again.get<Page<BookingView>>('/api/bookings'));
    expect(items.map((booking) => booking.bookingId)).toEqual([bookingId]);
  });

  it('repeats a booking with the same key and gets the same booking, marked as a replay', async () => {
    const ada = await guest(modex.server.http);
    const first = await ada.book(showId, [seatIds[8] as string], 'once');
    const second = await ada.book(showId, [seatIds[8] as string], 'once');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.bookingId).toBe(first.body.bookingId);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    const other = await ada.book(showId, [seatIds[9] as string], 'once');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('sends one request twenty times at once with one key and has one booking', async () => {
    const ada = await guest(modex.server.http);
    const seats = seatIds.slice(10, 12);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ada.book(showId, seats, 'impatient')));
    const fresh = answers.filter(({ status, headers }) => status === 201 && !('idempotency-replayed' in headers));
    expect(fresh).toHaveLength(1);
    const others = answers.filter((answer) => !fresh.includes(answer));
    const isRight = ({ status, body }: (typeof answers)[number]): boolean =>
      status === 201 ? body.bookingId === fresh[0]?.body.bookingId : body.code === 'in-progress';
    expect(others.filter((answer) => !isRight(answer))).toEqual([]);
    expect(expectStatus(200, await ada.get<Page<BookingView>>('/api/bookings')).items).toHaveLength(1);
  });
});
