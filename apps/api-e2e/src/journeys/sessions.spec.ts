import type { Session } from '../harness/actors';
import { expectStatus, guest } from '../harness/actors';
import { openModex, type OpenModex } from './open-modex';

describe('a session', () => {
  let modex: OpenModex;
  beforeAll(async () => void (modex = await openModex()));
  afterAll(() => modex.close());

  it('is a cookie for the site that scripts cannot read, and nothing else', async () => {
    const { http } = modex.server;
    const body = { name: 'Ada', email: 'ada@example.org' };
    const headers = { 'x-modex-session': 'cookie' };
    const signedIn = await http.post<Session>('/api/auth/guest', { body, headers });
    expect(signedIn.body).not.toHaveProperty('token');
    const [cookie = ''] = signedIn.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const me = await http.get<Pick<Session, 'user'>>('/api/auth/me', { cookie: cookie.split(';')[0] as string });
    expect(me.body.user).toMatchObject({ userId: signedIn.body.userId, name: 'Ada', kind: 'GUEST' });
  });

  it('is a Bearer token for programs, and ends with the sign-out', async () => {
    const ada = await guest(modex.server.http);
    expectStatus(200, await ada.get('/api/auth/me'));
    expectStatus(204, await ada.post('/api/auth/logout'));
    const after = await ada.get('/api/auth/me');
    expect([after.status, after.body.code]).toEqual([401, 'unauthenticated']);
  });

  it('does not begin with a wrong password, nor tells whether the e-mail is known', async () => {
    const { http } = modex.server;
    const attempt = (email: string): ReturnType<typeof http.post> =>
      http.post('/api/auth/login', { body: { email, password: 'not the password' } });
    const [known, unknown] = [await attempt('admin@example.org'), await attempt('nobody@example.org')];
    expect([known.status, unknown.status]).toEqual([401, 401]);
    expect(known.body.detail).toBe(unknown.body.detail);
  });
});
