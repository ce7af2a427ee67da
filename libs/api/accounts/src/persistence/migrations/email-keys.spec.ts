import { SignedInUser, startTestApi, TestApi } from '@modex/testing/accounts';
import { hashPassword } from '../../password/password-hash';
import { emailKeyMigration } from './email-keys';

interface OldPerson {
  readonly email: string;
  /** Absent for a guest. */
  readonly password?: string;
}

describe('the keys of e-mails', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startTestApi();
    await api.stored('users').dropIndex('email_key_1');
    const partialFilterExpression = { password_hash: { $exists: true } };
    await api.stored('users').createIndex({ email: 1 }, { unique: true, partialFilterExpression });
  });
  afterEach(() => api?.close());

  /** Stores people as the first version did, each a day younger than the one before. */
  async function store(people: readonly OldPerson[]): Promise<readonly string[]> {
    const old = people.map(async ({ email, password }, day) => ({
      email,
      name: email,
      role: 'CUSTOMER',
      created_at: new Date(Date.UTC(2026, 0, 1 + day)),
      ...(password !== undefined && { password_hash: (await hashPassword(password)).replace('nfkc', '') }),
    }));
    const { insertedIds } = await api.stored('users').insertMany(await Promise.all(old));
    return Object.values(insertedIds).map(String);
  }
  const migrate = async () => {
    await emailKeyMigration.run(api.connection.db as never, () => undefined);
    for (const model of Object.values(api.connection.models)) await model.createIndexes();
  };
  const keys = async () =>
    (await api.stored('users').find().sort({ created_at: 1 }).toArray()).map((user) => user['email_key']);
  const login = async (email: string, password: string): Promise<SignedInUser['userId'] | number> => {
    const { status, body } = await api.post('/api/auth/login', { body: { email, password } });
    return status === 200 ? body.userId : status;
  };

  it('are the same for every spelling, and guests share them', async () => {
    await store([
      { email: 'ada@example.org', password: 'a-long-password-77' },
      { email: 'info@müller.de' },
      { email: 'info@xn--mller-kva.de' },
    ]);
    await migrate();
    expect(await keys()).toEqual(['ada@example.org', 'info@xn--mller-kva.de', 'info@xn--mller-kva.de']);
  });

  it.each([
    ['the older is spelled in letters', ['info@müller.de', 'info@xn--mller-kva.de']],
    ['the older is spelled in ASCII', ['info@xn--mller-kva.de', 'info@müller.de']],
    ['one is composed and one is not', ['jürgen@example.org', 'ju\u0308rgen@example.org']],
    ['neither is spelled like the key', ['info@müller.de', 'info@mu\u0308ller.de']],
  ])('of two accounts that are one address today leave both reachable: %s', async (_, emails) => {
    const people = emails.map((email, index) => ({ email, password: `a-long-password-7${index}` }));
    const ids = await store(people);
    await migrate();
    for (const [index, { email, password }] of people.entries()) expect(await login(email, password)).toBe(ids[index]);
    expect(await login(emails[0] as string, people[1]?.password as string)).toBe(401);
    const body = { name: 'Third', email: emails[1], password: 'a-long-password-79' };
    expect((await api.post('/api/auth/register', { body })).body.code).toBe('email-taken');
  });

  it('are the same when the migration is broken off and run again', async () => {
    await store(
      ['info@müller.de', 'info@mu\u0308ller.de', 'b@example.org'].map((email) => ({ email, password: email })),
    );
    await migrate();
    const first = await keys();
    await migrate();
    expect(await keys()).toEqual(first);
    await api.stored('users').updateMany({ email: 'info@mu\u0308ller.de' }, { $unset: { email_key: '' } });
    await migrate();
    expect(await keys()).toEqual(first);
  });

  it('take the place of the index on spellings', async () => {
    await migrate();
    const names = (await api.stored('users').indexes()).map(({ name }) => name);
    expect(names).toContain('email_key_1');
    expect(names).not.toContain('email_1');
  });
});
