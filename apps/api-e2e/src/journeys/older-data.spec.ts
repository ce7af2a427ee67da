import { Actor, expectStatus, seatMapOf, type Page, type Session, type ShowView } from '../harness/actors';
import { auditNow } from '../harness/audit';
import { ApiServer } from '../harness/api-server';
import {
  openOlderData,
  readOlderData,
  type OlderBooking,
  type OlderData,
  type OpenOlderData,
} from '../harness/older-data';

/** Every version whose data are kept, the oldest first. */
const VERSIONS = ['d293aef', '7fe0f8a'] as const;

/** A booking as its customer sees it. */
interface SeenBooking {
  readonly bookingId: string;
  readonly status: string;
  readonly show: { readonly id: string };
  readonly seats: OlderBooking['seats'];
  readonly returnedSeats: OlderBooking['returnedSeats'];
}

describe.each(VERSIONS)('the data of %s', (version) => {
  const older = readOlderData(version);
  let data: OpenOlderData;
  let server: ApiServer;
  beforeAll(async () => {
    data = await openOlderData(version);
    server = await ApiServer.start(data.start);
  });
  afterAll(async () => {
    await server?.kill();
    await data?.close();
  });

  const person = (index: number): Actor => new Actor(server.http, older.people[index] as OlderData['people'][number]);
  const organiser = async (): Promise<Actor> => {
    const body = { email: 'owner@example.com', password: 'correct-horse-battery-9' };
    return new Actor(server.http, expectStatus(200, await server.http.post<Session>('/api/auth/login', { body })));
  };

  it('tell the same shows', async () => {
    const { items } = expectStatus(200, await (await organiser()).get<Page<ShowView>>('/api/admin/shows?limit=100'));
    const told = items.map(({ id, title, totalSeats }) => ({ id, title, total: totalSeats }));
    expect(told.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(older.shows);
  });

  it('tell the same bookings with the same names of seats, to sessions that go on', async () => {
    for (const booking of older.bookings) {
      const seen = expectStatus(200, await person(booking.person).get<SeenBooking>(`/api/bookings/${booking.id}`));
      expect(named(seen.bookingId, seen)).toEqual(named(booking.id, { ...booking, show: { id: booking.showId } }));
    }
  });

  it('list them to their customers', async () => {
    for (const [index, { userId }] of older.people.entries()) {
      const mine = older.bookings.filter((booking) => booking.person === index).map(({ id }) => id);
      const { items } = expectStatus(200, await person(index).get<Page<SeenBooking>>('/api/bookings?limit=100'));
      expect([userId, items.map(({ bookingId }) => bookingId).toSorted()]).toEqual([userId, mine.toSorted()]);
    }
  });

  it('let an organiser find each booking by the e-mail of its customer', async () => {
    const asOrganiser = await organiser();
    for (const { id, person: index } of older.bookings) {
      const q = encodeURIComponent(older.people[index]?.email ?? '');
      const found = await asOrganiser.get<Page<SeenBooking>>(`/api/admin/bookings?limit=100&q=${q}`);
      expect(expectStatus(200, found).items.map(({ bookingId }) => bookingId)).toContain(id);
    }
  });

  it('open to registered people with their passwords', async () => {
    for (const { email, userId } of older.people.filter(({ registered }) => registered)) {
      const body = { email, password: 'a-long-password-77' };
      expect(expectStatus(200, await server.http.post<Session>('/api/auth/login', { body })).userId).toBe(userId);
    }
  });

  it('pass the audit, and sell on: a seat that is free can be booked, a sold one cannot', async () => {
    const { violations } = await auditNow(await organiser());
    expect(violations).toEqual([]);
    const sold = older.bookings.find(({ status }) => status === 'CONFIRMED') as OlderBooking;
    const seats = (await seatMapOf(server.http, sold.showId)).seats;
    const free = seats.filter(({ status }) => status === 'AVAILABLE').map(({ id }) => id);
    expect(expectStatus(201, await person(1).book(sold.showId, free.slice(0, 1))).status).toBe('CONFIRMED');
    expectStatus(409, await person(1).book(sold.showId, [sold.seats[0]?.id as string]));
    const cancelled = await person(sold.person).cancel(sold.id);
    expect(expectStatus(200, cancelled).status).toBe('CANCELLED');
  });

  it('open again, and no migration runs twice', async () => {
    await server.stop();
    server = await ApiServer.start(data.start);
    expect(server.child.stdout).not.toContain('Preparing the data');
  });
});

function named(id: string, { status, show, seats, returnedSeats }: Omit<SeenBooking, 'bookingId'>) {
  const textsOf = (some: OlderBooking['seats']) => some.map((seat) => `${seat.id} ${seat.name}`).toSorted();
  return { id, status, showId: show.id, seats: textsOf(seats), returned: textsOf(returnedSeats) };
}
