import { startTestApi, TestApi } from '@modex/testing/admin';
import { CONTRACT, ContractRoute, routesOf, urlOf } from './committed-contract';

/** Every route that is not for everybody. */
const ROUTES = routesOf(CONTRACT).filter(({ operation }) => operation.security !== undefined);

/** The routes about one booking, which its holder may call without a session. */
const FOR_HOLDERS = [
  'GET /api/bookings/{bookingId}',
  'GET /api/bookings/{bookingId}/calendar',
  'GET /api/bookings/{bookingId}/tickets',
  'GET /api/bookings/{bookingId}/tickets/pdf',
  'POST /api/bookings/{bookingId}/tickets/{seatId}/reissue',
  'POST /api/bookings/{bookingId}/cancel',
];

describe('the proof of a look-up', () => {
  let api: TestApi;
  let ids: Readonly<Record<string, string>>;
  let access: string;
  beforeAll(async () => {
    api = await startTestApi();
    const [guest, show] = [await api.guest(), await api.show()];
    const { bookingId, code } = (await api.book(guest, show, { seatIds: show.seatIds.slice(0, 1) })).body;
    const { email } = (await api.get('/api/auth/me', { token: guest.token })).body.user;
    access = (await api.post('/api/bookings/lookup', { body: { code, email } })).body.access;
    ids = { bookingId, showId: show.id, seatId: show.seatIds[0] as string, userId: guest.userId };
  });
  afterAll(() => api?.close());

  /** The status that the route answers a caller without a session, with the proof or without. */
  const statusOf = async (route: ContractRoute, proof?: string): Promise<number> => {
    const headers = proof === undefined ? {} : { 'booking-access': proof };
    const reply = await api.app.inject({ method: route.method, url: urlOf(route, ids), headers });
    return reply.statusCode;
  };

  it('is taken by the routes about one booking, which are these', () => {
    expect(ROUTES.map(({ name }) => name)).toEqual(expect.arrayContaining(FOR_HOLDERS));
  });

  it.each(ROUTES)('$name', async (route) => {
    expect(await statusOf(route)).toBe(401);
    const status = await statusOf(route, access);
    // What a holder may not do is refused as if there were no such booking; what the request lacks comes after that.
    if (FOR_HOLDERS.includes(route.name)) expect([401, 403, 404]).not.toContain(status);
    else expect(status).toBe(401);
  });
});
