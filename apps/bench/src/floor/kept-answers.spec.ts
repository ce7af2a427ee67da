import { createServer, type Server } from 'node:http';
import { type Answer, Client } from '../load/client';
import { listen } from '../servers/listen';
import { KeptAnswers } from './kept-answers';

const BYTES = Buffer.from([0x8b, 0x02, 0x80, 0x03]);
const MEANING = {
  'content-type': 'application/json',
  'content-encoding': 'br',
  etag: 'W/"7"',
  vary: 'accept-encoding',
};

describe('the answers that a floor keeps', () => {
  let asked: number;
  let servers: readonly Server[];
  let client: Client;
  beforeEach(async () => {
    asked = 0;
    const modex = createServer((request, response) => {
      asked++;
      const isThere = request.url === '/api/shows';
      response.writeHead(isThere ? 200 : 404, { ...MEANING, 'x-request-id': String(asked) }).end(BYTES);
    });
    const kept = new KeptAnswers(await listen(modex));
    const floor = createServer((request, response) => {
      kept.answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
    });
    client = new Client(await listen(floor));
    servers = [modex, floor];
  });
  afterEach(() => {
    client.close();
    for (const server of servers) server.close().closeAllConnections();
  });

  const get = (path: string, headers = {}): Promise<Answer> => client.send({ method: 'GET', path, headers });

  it('are the bytes of Modex with what they mean, asked for once', async () => {
    const answers = [await get('/api/shows'), await get('/api/shows')];
    expect(answers.map(({ status, bytes }) => [status, bytes])).toEqual([
      [200, BYTES],
      [200, BYTES],
    ]);
    expect(answers[1]?.headers).toMatchObject({ ...MEANING, 'content-length': '4' });
    expect(answers[1]?.headers['x-request-id']).toBeUndefined();
    expect(asked).toBe(1);
  });

  it('are not sent to who has their version, and are sent to who has another', async () => {
    expect((await get('/api/shows', { 'if-none-match': 'W/"7"' })).status).toBe(304);
    expect((await get('/api/shows', { 'if-none-match': 'W/"6"' })).status).toBe(200);
  });

  it('are never those of a request that failed', async () => {
    const { status, bytes } = await get('/api/other');
    expect([status, bytes.toString()]).toEqual([500, '/api/other: Modex answered 404']);
  });
});
