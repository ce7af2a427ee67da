import { once } from 'node:events';
import { AddressInfo, connect, createServer } from 'node:net';
import { breakEndedSockets } from './ended-sockets';

describe('a socket that its server ends', () => {
  it('is told as broken', async () => {
    breakEndedSockets();
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').resume();
    const [error] = (await once(socket, 'error')) as [unknown];
    expect(error).toMatchObject({ code: 'ECONNRESET', syscall: 'read' });
    server.close();
  });
});
