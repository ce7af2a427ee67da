import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { listen } from '../servers/listen';
import { Client } from './client';

const GET = { method: 'GET', path: '/' } as const;

describe('a client', () => {
  let server: Server;
  let client: Client;
  const serve = async (answer: RequestListener): Promise<void> => {
    server = createServer(answer);
    client = new Client(await listen(server), 1);
  };
  afterEach(() => {
    client.close();
    server.close().closeAllConnections();
  });

  it('sends again what met a connection that the server had just ended', async () => {
    const seen = new Map<Socket, number>();
    await serve(({ socket }, response) => {
      seen.set(socket, (seen.get(socket) ?? 0) + 1);
      if (seen.get(socket) === 2) socket.destroy();
      else response.end('ok');
    });
    const answers = [await client.send(GET), await client.send(GET)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect([...seen.values()]).toEqual([2, 1]);
  });

  it('does not try for ever', async () => {
    let asked = 0;
    await serve(({ socket }) => {
      asked++;
      socket.destroy();
    });
    await expect(client.send(GET)).rejects.toThrow('socket hang up');
    expect(asked).toBe(1);
  });

  it('says what it can read as a browser does, and takes the bytes as they are', async () => {
    await serve(({ headers }, response) => response.end(headers['accept-encoding']));
    expect((await client.send(GET)).bytes.toString()).toBe('gzip, deflate, br, zstd');
  });
});
