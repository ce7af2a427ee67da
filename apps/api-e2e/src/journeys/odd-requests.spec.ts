import { say } from '../harness/raw-http';
import { openModex, type OpenModex } from './open-modex';

const CLOSE = 'Connection: close\r\n\r\n';
const get = (target: string, fields = '') => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n${fields}${CLOSE}`;
const post = (fields: string, body: string) =>
  `POST /api/auth/guest HTTP/1.1\r\nHost: localhost\r\n${fields}Content-Length: ${body.length}\r\n${CLOSE}${body}`;
const JSON_TYPE = 'Content-Type: application/json\r\n';

/** Requests that nobody can serve, with the status and the code of their answers. */
const ODD: readonly (readonly [name: string, request: string, answer: string])[] = [
  ['no HTTP at all', 'nonsense\r\n\r\n', '400 malformed-request'],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '400 malformed-request'],
  ['a method that there is not', 'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n', '400 malformed-request'],
  ['a header without a colon', `GET / HTTP/1.1\r\nHost localhost\r\n${CLOSE}`, '400 malformed-request'],
  ['two lengths', post(`${JSON_TYPE}Content-Length: 3\r\n`, '{}'), '400 malformed-request'],
  ['a length and chunks', post(`${JSON_TYPE}Transfer-Encoding: chunked\r\n`, '{}'), '400 malformed-request'],
  ['a tunnel', `CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n${CLOSE}`, '400 malformed-request'],
  ['no host', `GET /api/shows HTTP/1.1\r\n${CLOSE}`, '400 malformed-request'],
  ['an empty host', `GET /api/shows HTTP/1.1\r\nHost:\r\n${CLOSE}`, '400 malformed-request'],
  ['two hosts', get('/api/shows', 'Host: evil.example\r\n'), '400 malformed-request'],
  ['the host of somebody else', `GET /api/shows HTTP/1.1\r\nHost: evil.example\r\n${CLOSE}`, '421 wrong-host'],
  [
    'a write for the host of somebody else from there',
    `POST /api/auth/guest HTTP/1.1\r\nHost: evil.example\r\nOrigin: https://evil.example\r\n${JSON_TYPE}Content-Length: 2\r\n${CLOSE}{}`,
    '421 wrong-host',
  ],
  ['20 KB of header fields', get('/', `X-Long: ${'x'.repeat(20_000)}\r\n`), '431 headers-too-large'],
  ['a path that cannot be decoded', get('/api/%zz'), '400 malformed-request'],
  ['a parameter of 300 characters', get(`/api/shows/${'x'.repeat(300)}`), '404 not-found'],
  ['a route that there is not', get('/api/nothing'), '404 not-found'],
  ['a route that there is not, encoded', get('/%61pi/nothing'), '404 not-found'],
  ['a file that there is not', get('/.env'), '404 not-found'],
  ['a method that no route has', `DELETE /api/shows HTTP/1.1\r\nHost: localhost\r\n${CLOSE}`, '404 not-found'],
  ['a method that nobody uses', `PROPFIND /api/shows HTTP/1.1\r\nHost: localhost\r\n${CLOSE}`, '404 not-found'],
  ['an operator in the query', get('/api/shows?status[$ne]=x'), '400 validation-failed'],
  ['an operator in the query of an encoded path', get('/%61pi/shows?status[$ne]=x'), '400 validation-failed'],
  [
    'a part of a file that is not so long',
    get('/favicon.svg', 'Range: bytes=99999999-\r\n'),
    '416 range-not-satisfiable',
  ],
  ['a file outside of the explorer', get('/api/docs/%2e%2e/%2e%2e/package.json'), '404 not-found'],
  ['a file outside of the site', get('/%2e%2e/%2e%2e/package.json'), '404 not-found'],
  ['a file outside of the site, encoded once more', get('/%252e%252e/package.json'), '404 not-found'],
  ['text as a body', post('Content-Type: text/plain\r\n', 'a=b'), '415 unsupported-media-type'],
  ['a body that is compressed', post(`${JSON_TYPE}Content-Encoding: gzip\r\n`, '{}'), '415 unsupported-media-type'],
  ['a body that is no JSON', post(JSON_TYPE, '{'), '400 malformed-body'],
  ['a body that is too large', post(JSON_TYPE, `{"name":"${'x'.repeat(300_000)}"}`), '413 payload-too-large'],
  ['a body of too many values', post(JSON_TYPE, `[${'1,'.repeat(1_900)}1]`), '400 validation-failed'],
];

/** Requests that are unusual, and served all the same. */
const SERVED: readonly (readonly [name: string, request: string])[] = [
  ['HTTP/1.0 without a host', 'GET /api/shows HTTP/1.0\r\n\r\n'],
  ['an expectation that nobody knows', get('/api/shows', 'Expect: the-unexpected\r\n')],
  ['a whole address instead of a path', get('http://localhost/api/shows')],
  ['a path that is encoded', get('/%61pi/shows')],
  ['an IPv6 address as host', `GET /api/shows HTTP/1.1\r\nHost: [::1]:3000\r\n${CLOSE}`],
  ['a name of the local network as host', `GET /api/shows HTTP/1.1\r\nHost: box.local\r\n${CLOSE}`],
];

describe('a request that is odd', () => {
  let modex: OpenModex;
  beforeAll(async () => void (modex = await openModex()));
  afterAll(() => modex.close());

  it.each(ODD)('(%s) is answered with a problem and the headers of every answer', async (_, request, expected) => {
    const { status, headers, body } = await say(modex.server.http.address, request);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    const problem = JSON.parse(body);
    expect(`${status} ${problem.code}`).toBe(expected);
    expect(problem).toMatchObject({
      status,
      requestId: headers['x-request-id'],
      type: `urn:modex:problem:${problem.code}`,
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
  });

  it.each(SERVED)('(%s) is served', async (_, request) => {
    expect((await say(modex.server.http.address, request)).status).toBe(200);
  });

  it('leaves no line in the log', () => expect(modex.server.child.stderr).toBe(''));
});
