import { freePort } from '../harness/database';
import { HttpClient } from '../harness/http';
import { HAS_NGINX, startNginx, type Nginx } from '../harness/nginx';
import { openModex, type OpenModex } from './open-modex';

/** More look-ups than one address may have in ten minutes. */
const MANY = 40;
/** Each asks for a booking of its own: wrong e-mails for one code are counted too. */
const bodyOf = (nth: number) => {
  const code = `AAAAAA${'CDEFHJKM'.charAt(nth % 8)}${'CDEFHJKM'.charAt(Math.floor(nth / 8))}`;
  return { code, email: `somebody${nth}@example.org` };
};

/** The statuses of many look-ups by one visitor, who makes up a new address each time. */
async function lookUpOften(http: HttpClient): Promise<number> {
  let refused = 0;
  for (let nth = 0; nth < MANY; nth++) {
    const headers = {
      'x-forwarded-for': `192.0.2.${nth}`,
      forwarded: `for=192.0.2.${nth}`,
      'x-real-ip': `192.0.2.${nth}`,
    };
    const { status } = await http.post('/api/bookings/lookup', { body: bodyOf(nth), headers });
    if (status === 429) refused++;
  }
  return refused;
}

describe('who makes addresses up', () => {
  let modex: OpenModex;
  let http: HttpClient;
  let nginx: Nginx | undefined;
  // What the server calls its address is the public one; we go to its port.
  const open = async (env: Record<string, string>): Promise<string> => {
    const address = `http://127.0.0.1:${await freePort()}`;
    modex = await openModex({ env: { RATE_LIMITS: 'on', PORT: new URL(address).port, ...env } });
    http = new HttpClient(address);
    return address;
  };
  afterEach(async () => {
    http.close();
    nginx?.close();
    nginx = undefined;
    await modex.close();
  });

  it.each([
    ['without proxies', {}],
    ['with a public address alone', { PUBLIC_URL: 'https://tickets.example.org' }],
    ['with a proxy that is another', { TRUSTED_PROXIES: '10.0.0.0/8' }],
  ])('is one visitor all the same, %s', async (_, env) => {
    await open(env);
    expect(await lookUpOften(http)).toBeGreaterThan(0);
  });

  it('is believed where the proxy in front is trusted: it tells true', async () => {
    await open({ TRUSTED_PROXIES: '127.0.0.1' });
    expect(await lookUpOften(http)).toBe(0);
  });

  // Where no nginx is installed the continuous integration still has one.
  (HAS_NGINX ? it : it.skip)('is one visitor behind the nginx that we ship', async () => {
    nginx = await startNginx(await open({ TRUSTED_PROXIES: '1', PUBLIC_URL: 'https://tickets.example.org' }));
    http.close();
    http = new HttpClient(nginx.address);
    expect(await lookUpOften(http)).toBeGreaterThan(0);
  });
});
