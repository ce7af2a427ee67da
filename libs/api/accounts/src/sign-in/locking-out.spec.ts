import { startTestApi, TestApi } from '@modex/testing/accounts';

const PASSWORD = 'curtain up at eight';
const WRONG = 'curtain down at ten';
const FROM_SITE = { 'x-modex-session': 'cookie' };

describe('who guesses', () => {
  let api: TestApi;
  let people = 0;
  let networks = 0;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const newEmail = () => `person${++people}@example.org`;
  /** An address that no other test uses. */
  const newAddress = () => `203.0.${++networks}.7`;
  const send = (url: string, payload: object, { address = '192.0.2.1', headers = {} } = {}) =>
    api.app.inject({ method: 'POST', url, payload, headers, remoteAddress: address });
  const login = (email: string, password: string, address: string, headers = {}) =>
    send('/api/auth/login', { email, password }, { address, headers });
  const register = async (headers = {}) => {
    const email = newEmail();
    const answer = await send('/api/auth/register', { name: 'Ada', email, password: PASSWORD }, { headers });
    return { email, cookies: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  };
  const statuses = (answers: readonly { readonly statusCode: number }[]) => {
    const codes = answers.map(({ statusCode }) => String(statusCode));
    return [...new Set(codes)].toSorted().map((code) => [code, codes.filter((other) => other === code).length]);
  };
  const times = <T>(count: number, act: (index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: count }, (_, index) => act(index)));

  it.each(['one after the other', 'all at once'])('is told 401 twenty times, then 429 and to wait: %s', async (how) => {
    const [{ email }, address] = [await register(), newAddress()];
    const answers: Awaited<ReturnType<typeof login>>[] = [];
    if (how === 'all at once') answers.push(...(await times(40, () => login(email, WRONG, address))));
    else for (let time = 0; time < 24; time++) answers.push(await login(email, WRONG, address));
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(statuses(answers)).toEqual([
      ['401', 20],
      ['429', answers.length - 20],
    ]);
    const waits = refused.map(({ headers }) => Number(headers['retry-after']));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(60);
    if (how === 'one after the other') expect(waits).toEqual([120, 240, 480, 900]);
    expect(refused[0]?.json().code).toBe('too-many-requests');
    const bodies = answers.filter(({ statusCode }) => statusCode === 401).map((answer) => answer.json());
    expect(new Set(bodies.map((body) => JSON.stringify({ ...body, requestId: '' }))).size).toBe(1);
  });

  it('is told the same of an e-mail that nobody has', async () => {
    const [email, address] = [newEmail(), newAddress()];
    expect(statuses(await times(25, () => login(email, WRONG, address)))).toEqual([
      ['401', 20],
      ['429', 5],
    ]);
  });

  it('of any spelling of the e-mail counts as one', async () => {
    const [{ email }, address] = [await register(), newAddress()];
    const spellings = [email, email.toUpperCase(), ` ${email} `, `${email}\u00a0`];
    const answers = await times(24, (index) => login(spellings[index % 4] as string, WRONG, address));
    expect(statuses(answers)).toEqual([
      ['401', 20],
      ['429', 4],
    ]);
  });

  it('keeps the owner out nowhere else', async () => {
    const { email } = await register();
    await times(25, () => login(email, WRONG, newAddress()));
    expect((await login(email, PASSWORD, newAddress())).statusCode).toBe(200);
  });

  it('from many addresses is kept out, but not the owner in a browser that signed in before', async () => {
    const [{ email, cookies }, address] = [await register(FROM_SITE), newAddress()];
    const addresses = Array.from({ length: 10 }, newAddress);
    const answers = await times(110, (index) => login(email, WRONG, addresses[index % 10] as string));
    expect(statuses(answers)).toEqual([
      ['401', 100],
      ['429', 10],
    ]);
    expect((await login(email, PASSWORD, newAddress())).statusCode).toBe(429);
    expect((await login(email, PASSWORD, address, { cookie: cookies })).statusCode).toBe(200);
  });

  it('in the owner’s own browser waits there alone', async () => {
    const [{ email, cookies }, address] = [await register(FROM_SITE), newAddress()];
    const here = (password: string) => login(email, password, address, { cookie: cookies });
    expect(statuses(await times(22, () => here(WRONG)))).toEqual([
      ['401', 20],
      ['429', 2],
    ]);
    expect((await here(PASSWORD)).statusCode).toBe(429);
    expect((await login(email, PASSWORD, address)).statusCode).toBe(200);
  });

  it('gains nothing from the browser of another account, or a made-up one', async () => {
    const [{ email }, other, address] = [await register(), await register(FROM_SITE), newAddress()];
    await times(20, () => login(email, WRONG, address));
    expect((await login(email, PASSWORD, address, { cookie: other.cookies })).statusCode).toBe(429);
    const made = other.cookies.replace(/=[\w-]+\./, '=AAAAAAAAAAAAAAAAAAAAAA.');
    expect((await login(other.email, WRONG, address, { cookie: made })).statusCode).toBe(401);
  });

  it('of one IPv6 network is one, whichever of its addresses is used', async () => {
    const { email } = await register();
    const answers = await times(22, (index) => login(email, WRONG, `2001:db8:7:7::${index + 1}`));
    expect(statuses(answers)).toEqual([
      ['401', 20],
      ['429', 2],
    ]);
    expect((await login(email, PASSWORD, '2001:db8:7:8::1')).statusCode).toBe(200);
  });

  it('is not who mistypes: 56 of one address keep nobody out', async () => {
    const address = newAddress();
    const all = await times(56, () => register());
    expect(statuses(await times(56, (index) => login(all[index]?.email ?? '', WRONG, address)))).toEqual([['401', 56]]);
    expect(statuses(await times(56, (index) => login(all[index]?.email ?? '', PASSWORD, address)))).toEqual([
      ['200', 56],
    ]);
  });

  it('is not who knows: 130 right sign-ins of one address at once', async () => {
    const [{ email }, address] = [await register(), newAddress()];
    expect(statuses(await times(130, () => login(email, PASSWORD, address)))).toEqual([['200', 130]]);
  });

  it('has the wrong ones before the right one forgotten', async () => {
    const [{ email }, address] = [await register(), newAddress()];
    for (let round = 0; round < 2; round++) {
      expect(statuses(await times(19, () => login(email, WRONG, address)))).toEqual([['401', 19]]);
      expect((await login(email, PASSWORD, address)).statusCode).toBe(200);
    }
  });
});
