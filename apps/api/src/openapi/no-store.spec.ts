import { startTestApi, TestApi } from '@modex/testing/admin';
import { CONTRACT, ContractRoute, routesOf, urlOf } from './committed-contract';

const ROUTES = routesOf(CONTRACT).map((route) => ({ ...route, isPersonal: isPersonal(route) }));

/** An answer is personal when it is for one person, or answers a write. */
function isPersonal({ method, operation }: ContractRoute): boolean {
  return method !== 'GET' || operation.security !== undefined;
}

describe('what caches may keep', () => {
  let api: TestApi;
  let token: string;
  beforeAll(async () => {
    api = await startTestApi();
    token = (await api.admin()).token;
  });
  afterAll(() => api?.close());

  it('is told for many routes', () => expect(ROUTES.length).toBeGreaterThan(20));

  it.each(ROUTES.filter(({ path }) => !path.endsWith('/logout')))(
    '$name: nothing personal ($isPersonal)',
    async (route) => {
      for (const headers of [{ authorization: `Bearer ${token}` }, {}]) {
        const answer = await api.app.inject({ method: route.method, url: urlOf(route), headers });
        expect([answer.statusCode, answer.headers['cache-control'] === 'no-store']).toEqual([
          answer.statusCode,
          route.isPersonal,
        ]);
      }
    },
  );
});
