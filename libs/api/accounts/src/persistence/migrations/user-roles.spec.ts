import { startTestApi, TestApi } from '@modex/testing/accounts';
import { userRoles } from './2026-11-29-roles';

describe('the migration of roles', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startTestApi()));
  afterAll(() => api?.close());

  it('makes admins owners and those without a password guests, however often it runs', async () => {
    const people = api.connection.db?.collection('users');
    await people?.deleteMany({});
    const old = { name: 'Ada', email: 'ada@example.org', created_at: new Date(), search_keys: [] };
    await people?.insertMany([
      { ...old, email_key: 'a', role: 'ADMIN', password_hash: 'x' },
      { ...old, email_key: 'b', role: 'CUSTOMER', password_hash: 'x' },
      { ...old, email_key: 'c', role: 'CUSTOMER' },
    ]);
    const told = jest.fn();
    for (let time = 0; time < 2; time++) await userRoles.run(api.connection.db as never, told);
    const roles = await people?.find().sort({ email_key: 1 }).toArray();
    expect(roles?.map(({ role }) => role)).toEqual(['OWNER', 'CUSTOMER', 'GUEST']);
    expect(told.mock.calls).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('takes away the index of the admins, whose place the one of the owners has', async () => {
    const people = api.connection.db?.collection('users');
    await people?.dropIndexes();
    await people?.createIndex({ role: 1 }, { partialFilterExpression: { role: 'ADMIN' } });
    await userRoles.run(api.connection.db as never, jest.fn());
    expect((await people?.indexes())?.map(({ name }) => name)).toEqual(['_id_']);
  });

  it('has nothing to do in an empty database', async () => {
    await api.connection.db?.dropCollection('users');
    await userRoles.run(api.connection.db as never, jest.fn());
  });
});
