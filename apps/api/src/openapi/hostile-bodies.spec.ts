import { Readable } from 'node:stream';
import { startTestApi, TestApi } from '@modex/testing/admin';
import { CONTRACT, ContractRoute, hasLargeBody, routesOf, urlOf } from './committed-contract';

const object = (count: number): string =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [i.toString(36), 1])));
const list = (count: number, of: string): string => `[${Array(count).fill(of).join(',')}]`;

/** Up to 256 KB that cost a lot to look at, as a whole body and inside of a field that a route may know. */
const COSTLY: Readonly<Record<string, string>> = {
  '30,000 fields': object(30_000),
  '300 fields': object(300),
  'a field of 30,000 fields': `{"seatIds":${object(30_000)}}`,
  'a list of an object of 30,000 fields': `{"seatIds":[${object(30_000)}]}`,
  '100,000 entries': `{"seatIds":${list(100_000, '1')}}`,
  '80,000 objects': `{"seatIds":${list(80_000, '{}')}}`,
  '60,000 texts': `{"seatIds":${list(60_000, '""')}}`,
  'a list of 100,000 numbers': list(100_000, '1'),
  'a list nested 1,000 deep': '['.repeat(1_000) + ']'.repeat(1_000),
  'a list nested 100,000 deep': '['.repeat(100_000) + ']'.repeat(100_000),
  'an object nested 700 deep': '{"a":'.repeat(700) + '1' + '}'.repeat(700),
  'one field 20,000 times': `{${Array(20_000).fill('"name":1').join(',')}}`,
  '__proto__ 15,000 times': `{${Array(15_000).fill('"__proto__":{}').join(',')}}`,
  'a text of 250 KB': JSON.stringify({ name: 'x'.repeat(250_000) }),
  'an address of 250 KB': JSON.stringify({ email: `${'a@'.repeat(125_000)}b.example` }),
  'a number of 250,000 digits': `{"totalSeats":${'9'.repeat(250_000)}}`,
  '1 MB': JSON.stringify({ name: 'x'.repeat(1_000_000) }),
};

const WRITES = routesOf(CONTRACT).filter(({ method }) => method !== 'GET');
const LARGE = WRITES.filter(hasLargeBody);
const USUAL = WRITES.filter((route) => !hasLargeBody(route));

/** Fields that JavaScript itself gives a meaning. */
const ODD = [
  '{"__proto__":{"role":"ADMIN"}}',
  '{"constructor":1}',
  '{"constructor":{"prototype":{"a":1}}}',
  '{"prototype":1}',
];

describe('a hostile body', () => {
  let api: TestApi;
  let token: string;

  beforeAll(async () => {
    api = await startTestApi();
  });
  // A body that is let in may end the session.
  beforeEach(async () => void (token = (await api.admin()).token));
  afterAll(() => api?.close());

  /** To every write route of the contract, as an admin: nobody may do more. */
  const toAll = (payload: string, routes: readonly ContractRoute[] = WRITES) =>
    Promise.all(
      routes.map(async (route) => {
        const { name, method } = route;
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
        const { statusCode, body } = await api.app.inject({ method, url: urlOf(route), headers, payload });
        return { route: name, status: statusCode, code: body === '' ? undefined : JSON.parse(body).code };
      }),
    );

  /** The sessions that were looked for: the first thing that is done with a request whose body was let in. */
  const letIn = async (work: () => Promise<void>) => (await api.commands.during(['sessions'], work)).length;

  it('may come to many routes', () => expect(WRITES.length).toBeGreaterThanOrEqual(9));

  it.each(Object.keys(COSTLY))('of %s is refused by every route before anybody looks at its fields', async (name) => {
    const looked = await letIn(async () => {
      const answers = await toAll(COSTLY[name] as string, USUAL);
      const wrong = answers.filter(
        ({ status, code }) => !['400 malformed-body', '413 payload-too-large'].includes(`${status} ${code}`),
      );
      expect(wrong).toEqual([]);
    });
    expect(looked).toBe(0);
  });

  it.each(Object.keys(COSTLY))('of %s is refused where bodies may be large, and stores nothing', async (name) => {
    const answers = await toAll(COSTLY[name] as string, LARGE);
    const refused = ['validation-failed', 'malformed-body', 'payload-too-large', 'plan-has-problems'];
    expect(answers.filter(({ code }) => !refused.includes(code))).toEqual([]);
    expect(await api.connection.collection('plans').countDocuments()).toBe(0);
  });

  it('of a stranger is not even read where bodies may be large', async () => {
    expect(LARGE.length).toBeGreaterThan(2);
    for (const route of LARGE) {
      let read = 0;
      const pieces = function* (): Generator<Buffer> {
        for (; read < 100; read++) yield Buffer.alloc(64 * 1_024, '[');
      };
      const headers = { 'content-type': 'application/json' };
      const payload = Readable.from(pieces(), { highWaterMark: 1 });
      const { statusCode } = await api.app.inject({ method: route.method, url: urlOf(route), headers, payload });
      expect([route.name, statusCode, read < 50]).toEqual([route.name, 401, true]);
    }
  });

  it('is the only kind that nobody looks at', async () => {
    expect(await letIn(async () => void (await toAll('{}')))).toBeGreaterThan(0);
  });

  it.each(ODD)('%s is refused by every route, and changes nothing', async (payload) => {
    const answers = await toAll(payload);
    expect(answers.filter(({ status, code }) => status !== 400 || code !== 'validation-failed')).toEqual([]);
    expect([({} as { role?: string }).role, ({} as { a?: number }).a]).toEqual([undefined, undefined]);
  });
});
