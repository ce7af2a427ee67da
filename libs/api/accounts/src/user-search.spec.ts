import { startTestApi, TestApi } from '@modex/testing/accounts';
import { AccountService, PEOPLE_LOOKED_THROUGH } from './account.service';

describe('searching people', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi();
  });
  afterEach(() => api?.close());

  const guest = async (name: string, email: string) =>
    (await api.post('/api/auth/guest', { body: { name, email } })).body;
  const search = async (text: string) => {
    const { users, more } = await api.find(AccountService).searchUsers(text);
    return { names: users.map(({ name }) => name).toSorted(), more };
  };
  /** Stores people who are found by the words, without the detour of a request each. */
  const store = (count: number, search_keys: readonly string[]) =>
    api.stored('users').insertMany(
      Array.from({ length: count }, (_, i) => {
        const email = `person${i}@example.org`;
        return { name: 'Ada', email, email_key: email, role: 'CUSTOMER', search_keys, created_at: new Date() };
      }),
    );

  it('goes by what they are called after they registered, and no longer by what they were called before', async () => {
    const { token } = await guest('Ada Byron', 'byron@example.org');
    const body = { name: 'Ada Lovelace', email: 'lovelace@example.com', password: 'curtain up at eight' };
    expect((await api.post('/api/auth/register', { token, body })).status).toBe(201);
    expect((await search('lovelace')).names).toEqual(['Ada Lovelace']);
    expect((await search('byron')).names).toEqual([]);
  });

  it('says nothing of others as long as everybody was looked through', async () => {
    await store(PEOPLE_LOOKED_THROUGH, ['ad', 'ada']);
    const { names, more } = await search('ada');
    expect([names.length, more]).toEqual([PEOPLE_LOOKED_THROUGH, false]);
  });

  it('looks through some hundreds, and says that there are others', async () => {
    await store(PEOPLE_LOOKED_THROUGH + 1, ['ad', 'ada']);
    const { names, more } = await search('ada');
    expect([names.length, more]).toEqual([PEOPLE_LOOKED_THROUGH, true]);
  });

  it('by single letters finds the words that are one, and says that there are others', async () => {
    await guest('A Lovelace', 'first@example.org');
    await guest('Ada Byron', 'second@example.org');
    expect(await search('a')).toEqual({ names: ['A Lovelace'], more: true });
    expect(await search('b ada')).toEqual({ names: ['Ada Byron'], more: false });
  });

  it.each(['?!', '.*', '^', '@'])('finds nobody by %s', async (text) => {
    await guest('Ada', 'ada@example.org');
    expect(await search(text)).toEqual({ names: [], more: false });
  });

  it('reads no more people than an index finds by the rarest word', async () => {
    await store(50, ['ex', 'exa', 'exampl', 'or', 'org']);
    await guest('Grace', 'grace@example.org');
    const asked = new Promise<Record<string, unknown>>((resolve) =>
      api.connection.getClient().once('commandStarted', ({ command: sent }) => resolve(sent.filter)),
    );
    await search('grace@example.org');
    const plan = await api
      .stored('users')
      .find(await asked)
      .explain('executionStats');
    expect(plan['executionStats'].totalDocsExamined).toBe(1);
  });
});
