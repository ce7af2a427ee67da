import { startTestApi, TestApi } from '@modex/testing/admin';
import { CONTRACT, ContractRoute, Operation, routesOf, takesFile, urlOf } from './committed-contract';

/** A route of the contract with the fields of its body, and whether null is one of their values. */
interface Route extends ContractRoute {
  readonly fields: readonly (readonly [name: string, nullable: boolean])[];
}

/** The fields of a schema of the contract that a body refers to. */
function fieldsOf({ requestBody: body }: Operation): Route['fields'] {
  const schema = body !== undefined && 'content' in body ? body.content['application/json']?.schema : undefined;
  const name = schema !== undefined && '$ref' in schema ? schema.$ref.split('/').at(-1) : undefined;
  const found = CONTRACT.components?.schemas?.[name ?? ''];
  const properties = found !== undefined && 'properties' in found ? found.properties : {};
  return Object.entries(properties ?? {}).map(([field, rules]) => [field, 'nullable' in rules && !!rules.nullable]);
}

const takesBody = ({ operation }: Route): boolean => operation.requestBody !== undefined;
const ROUTES: readonly Route[] = routesOf(CONTRACT)
  .filter(({ path }) => path.startsWith('/api/'))
  .map((route) => ({ ...route, fields: fieldsOf(route.operation) }));
const WRITES = ROUTES.filter((route) => route.method !== 'GET' && !takesFile(route));
const READS = ROUTES.filter(({ method }) => method === 'GET');

/** A field that no route has, and the names that every object of JavaScript has. */
const UNKNOWN = ['unheardOf', 'seatId', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'] as const;
const JSON_TYPE = { 'content-type': 'application/json' };

describe('what a route does not know', () => {
  let api: TestApi;
  let token: string;
  beforeAll(async () => {
    api = await startTestApi();
    token = (await api.admin()).token;
  });
  afterAll(() => api?.close());

  const send = async (route: Route, sent: { query?: string; payload?: string; headers?: object } = {}) => {
    const { query = '', payload, headers = payload === undefined ? {} : JSON_TYPE } = sent;
    const authorization = `Bearer ${token}`;
    const [method, url] = [route.method, urlOf(route) + query];
    const reply = await api.app.inject({ method, url, headers: { authorization, ...headers }, payload });
    return { status: reply.statusCode, body: reply.body === '' ? undefined : reply.json() };
  };
  const refusal = ({ status, body }: Awaited<ReturnType<typeof send>>) => ({
    status,
    code: body.code,
    fields: (body.fields ?? []).map(({ field }: { field: string }) => field),
  });
  const naming = (field: string) => ({
    status: 400,
    code: 'validation-failed',
    fields: expect.arrayContaining([field]),
  });

  it('is looked for on all routes of the contract', () => {
    expect(READS.length).toBeGreaterThan(10);
    expect(WRITES.length).toBeGreaterThan(8);
    expect(WRITES.every(takesBody)).toBe(false);
  });

  it.each(ROUTES)('$name refuses in its query, by name', async (route) => {
    for (const field of UNKNOWN) {
      expect(refusal(await send(route, { query: `?${field}=x` }))).toEqual(naming(field));
      expect(refusal(await send(route, { query: `?${field}[$ne]=x` }))).toEqual(naming(`${field}[$ne]`));
    }
  });

  it.each(WRITES)('$name refuses in its body, by name', async (route) => {
    for (const field of UNKNOWN) {
      expect(refusal(await send(route, { payload: `{"${field}":true}` }))).toEqual(naming(field));
    }
  });

  it.each(WRITES)('$name takes nothing but an object for a body', async (route) => {
    for (const payload of ['null', '[]', '[{}]', '"x"', '1', 'true']) {
      expect(refusal(await send(route, { payload }))).toEqual(naming('body'));
    }
  });

  it.each(WRITES.filter(takesBody))('$name takes null only where it means something', async (route) => {
    expect(route.fields.length).toBeGreaterThan(0);
    const nulls = Object.fromEntries(route.fields.map(([field]) => [field, null]));
    const { fields } = refusal(await send(route, { payload: JSON.stringify(nulls) }));
    for (const [field, nullable] of route.fields) {
      const named = fields.includes(field) || fields.some((path: string) => path.startsWith(`${field}.`));
      expect({ field, named }).toEqual({ field, named: !nullable });
    }
  });

  it.each(READS)('$name has no body', async (route) => {
    const headers = { ...JSON_TYPE, 'content-length': '2' };
    expect(refusal(await send(route, { headers, payload: '{}' }))).toEqual(naming('body'));
  });

  it.each(WRITES)('$name takes an empty body, an empty object and none for the same', async (route) => {
    const answers: unknown[] = [];
    for (const sent of [{}, { payload: '{}' }, { payload: '', headers: { ...JSON_TYPE, 'content-length': '0' } }]) {
      ({ token } = await api.admin());
      const { status, body } = await send(route, sent);
      answers.push({ status, code: body?.code, fields: body?.fields });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});
