import { Role, ROLES } from '@modex/domain';
import { startTestApi, TestApi } from '@modex/testing/admin';
import { CONTRACT, ContractRoute, routesOf, urlOf } from './committed-contract';

/** Every route of the admin area, by who may call it. Whoever adds a route says here for whom it is. */
const FOR_STAFF = [
  'GET /api/admin/bookings',
  'GET /api/admin/bookings/{bookingId}',
  'GET /api/admin/shows',
  'GET /api/admin/shows/{showId}',
  'GET /api/admin/shows/{showId}/bookings',
  'GET /api/admin/shows/{showId}/changes',
  'GET /api/admin/shows/{showId}/door-list',
  'GET /api/admin/shows/{showId}/holds',
  'GET /api/admin/shows/{showId}/sales.csv',
  'POST /api/admin/shows/{showId}/entries',
  'POST /api/admin/shows/{showId}/entries/undo',
];
const FOR_SELLERS = [
  'GET /api/admin/mails',
  'GET /api/admin/mails/{mailId}',
  'POST /api/admin/mails/{mailId}/send',
  'POST /api/admin/bookings/{bookingId}/cancel',
  'POST /api/admin/bookings/{bookingId}/receipts',
  'DELETE /api/admin/shows/{showId}/holds/{holdId}',
  'POST /api/admin/customers',
  'GET /api/admin/shows/{showId}/uncollected',
  'POST /api/admin/shows/{showId}/uncollected/release',
  'GET /api/admin/shows/{showId}/seats/at',
  'GET /api/admin/shows/{showId}/seats/{seatId}/history',
  'POST /api/admin/shows/{showId}/seats/block',
  'POST /api/admin/shows/{showId}/seats/release',
];
const FOR_OWNERS = [
  'GET /api/admin/activity',
  'GET /api/admin/audit',
  'POST /api/admin/audit/run',
  'GET /api/admin/cash-up',
  'PUT /api/admin/organiser',
  'GET /api/admin/people',
  'GET /api/admin/people/invitations',
  'POST /api/admin/people/invitations',
  'DELETE /api/admin/people/invitations/{invitationId}',
  'PATCH /api/admin/people/{userId}',
  'DELETE /api/admin/people/{userId}',
  'POST /api/admin/people/{userId}/password',
  'GET /api/admin/plans',
  'POST /api/admin/plans',
  'GET /api/admin/plans/{planId}',
  'PATCH /api/admin/plans/{planId}',
  'DELETE /api/admin/plans/{planId}',
  'POST /api/admin/plans/{planId}/duplicate',
  'POST /api/admin/plans/{planId}/publish',
  'GET /api/admin/plans/{planId}/draft',
  'PUT /api/admin/plans/{planId}/draft',
  'PATCH /api/admin/plans/{planId}/draft',
  'GET /api/admin/plans/{planId}/problems',
  'POST /api/admin/plans/import',
  'GET /api/admin/plans/{planId}/export',
  'GET /api/admin/shows/layout',
  'POST /api/admin/shows',
  'PATCH /api/admin/shows/{showId}',
  'DELETE /api/admin/shows/{showId}',
  'POST /api/admin/shows/{showId}/publish',
  'POST /api/admin/shows/{showId}/cancel',
  'GET /api/admin/shows/{showId}/plan',
  'POST /api/admin/shows/{showId}/plan',
  'GET /api/admin/ticket-keys',
  'POST /api/admin/ticket-keys',
];
const WHO: readonly (readonly [readonly string[], readonly Role[]])[] = [
  [FOR_STAFF, ['OWNER', 'BOX_OFFICE', 'DOOR']],
  [FOR_SELLERS, ['OWNER', 'BOX_OFFICE']],
  [FOR_OWNERS, ['OWNER']],
];
const ROUTES = routesOf(CONTRACT).filter(({ path }) => path.startsWith('/api/admin/'));

describe('who may call the routes of the admin area', () => {
  let api: TestApi;
  const tokens = new Map<Role, string>();
  beforeAll(async () => {
    api = await startTestApi();
    for (const role of ['OWNER', 'BOX_OFFICE', 'DOOR'] as const) tokens.set(role, (await api.staff(role)).token);
    const body = { name: 'Ada', email: 'ada@example.org', password: 'curtain up at eight' };
    tokens.set('CUSTOMER', (await api.post('/api/auth/register', { body })).body.token);
    tokens.set('GUEST', (await api.guest()).token);
  });
  afterAll(() => api?.close());

  const statusOf = async (route: ContractRoute, role: Role): Promise<number> => {
    const headers = { authorization: `Bearer ${tokens.get(role)}` };
    return (await api.app.inject({ method: route.method, url: urlOf(route), headers })).statusCode;
  };

  it('is said of every one of them, once', () => {
    expect(WHO.flatMap(([names]) => names).toSorted()).toEqual(ROUTES.map(({ name }) => name).toSorted());
  });

  it.each(ROUTES)('$name', async (route) => {
    const [, allowed = []] = WHO.find(([names]) => names.includes(route.name)) ?? [];
    const answers = await Promise.all(ROLES.map(async (role) => [role, await statusOf(route, role)] as const));
    expect(answers.filter(([, status]) => status !== 403).map(([role]) => role)).toEqual(allowed);
    expect(answers.map(([, status]) => status)).not.toContain(401);
  });
});
