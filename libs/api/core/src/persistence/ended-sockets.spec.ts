import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection, type Connection } from 'mongoose';
import { connectionTo } from './database.module';

describe('a socket whose server ends it', () => {
  const servers: Server[] = [];
  const connections: Connection[] = [];
  afterEach(async () => {
    await Promise.all(connections.splice(0).map((connection) => connection.close(true).catch(() => undefined)));
    for (const server of servers.splice(0)) server.close();
  });

  async function portOf(answer: (socket: Socket) => void): Promise<number> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  /** A client of a database at that address, which never answers; made as by the module. */
  function watchDatabase(address: string): void {
    const mongodbUri = `mongodb://${address}/test?directConnection=true`;
    const { onConnectionCreate } = connectionTo({ mongodbUri });
    const connection = createConnection(mongodbUri, { serverSelectionTimeoutMS: 50 });
    connection.asPromise().catch(() => undefined);
    connections.push(connection);
    onConnectionCreate?.(connection);
  }

  /** The next socket that anybody here opens. */
  async function nextSocket(): Promise<Socket> {
    return new Promise((resolve) => {
      const take = (message: unknown): void => {
        unsubscribe('net.client.socket', take);
        resolve((message as { readonly socket: Socket }).socket);
      };
      subscribe('net.client.socket', take);
    });
  }

  /** How a socket learns of its end. */
  async function endOf(socket: Socket): Promise<unknown> {
    return new Promise((resolve) => {
      socket.once('error', resolve);
      socket.once('close', () => resolve('closed'));
    });
  }

  // The first test: none before it has opened a socket.
  it('is broken when it is the very first, by which the driver looks at the server', async () => {
    const port = await portOf((socket) => socket.once('data', () => socket.end()));
    const first = nextSocket();
    watchDatabase(`127.0.0.1:${port}`);
    expect(await endOf(await first)).toMatchObject({ code: 'ECONNRESET', syscall: 'read' });
  });

  it.each(['127.0.0.1', 'localhost'])('is broken when it leads to the database, here to %s', async (host) => {
    const port = await portOf((socket) => socket.end());
    watchDatabase(`${host}:${port}`);
    expect(await endOf(connect(port, host).resume())).toMatchObject({ code: 'ECONNRESET', syscall: 'read' });
  });

  it('is broken when it is the Unix socket of the database', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'ended-')), 'database.sock');
    const server = createServer((socket) => socket.end()).listen(path);
    servers.push(server);
    await once(server, 'listening');
    watchDatabase(encodeURIComponent(path));
    expect(await endOf(connect(path).resume())).toMatchObject({ code: 'ECONNRESET', syscall: 'read' });
  });

  it('is left alone when it leads anywhere else', async () => {
    watchDatabase(`127.0.0.1:${await portOf((socket) => socket.end())}`);
    const elsewhere = connect(await portOf((socket) => socket.end()), '127.0.0.1').resume();
    expect(await endOf(elsewhere)).toBe('closed');
  });
});
