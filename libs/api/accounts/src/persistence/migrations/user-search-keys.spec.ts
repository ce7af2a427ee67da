import { startTestApi, TestApi } from '@modex/testing/accounts';
import { AccountService } from '../../account.service';
import { userSearchKeys } from './2026-11-29-user-search-keys';

describe('the migration of the words that people are found by', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const told = jest.fn();
  const run = () => userSearchKeys.run(api.connection.db as NonNullable<typeof api.connection.db>, told);
  const found = async (text: string) =>
    (await api.find(AccountService).searchUsers(text)).users.map(({ name }) => name).toSorted();

  it('lets old people be found, and leaves those alone who are, however often it runs', async () => {
    const people = ['Élodie Straße', "Bridget O'Neill", 'Ada Lovelace'];
    const [, , ada] = await Promise.all(
      people.map(async (name, i) => {
        const { body } = await api.post('/api/auth/guest', { body: { name, email: `person${i}@example.org` } });
        return body.userId;
      }),
    );
    const old = { _id: { $ne: api.objectId(ada as string) } };
    await api.stored('users').updateMany(old, { $unset: { search_keys: '' } });
    expect(await found('example')).toEqual(['Ada Lovelace']);
    await run();
    expect(told).toHaveBeenLastCalledWith(2, 2);
    expect(await found('example')).toEqual(people.toSorted());
    expect(await found('strasse')).toEqual(['Élodie Straße']);
    expect(await found('oneill')).toEqual(["Bridget O'Neill"]);
    told.mockClear();
    await run();
    expect(told).not.toHaveBeenCalled();
  });
});
