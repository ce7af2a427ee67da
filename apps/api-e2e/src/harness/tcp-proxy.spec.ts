import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { TcpProxy } from './tcp-proxy';
import { until } from './until';
import { NODE } from './workspace';

/** Sockets of this process that are open, whoever has them. */
const openSockets = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;

/** A process with 200 clients, which says so when each has got an answer. */
const CROWD = `
  let answered = 0;
  const { connect } = require('node:net');
  for (let i = 0; i < 200; i++) {
    connect(process.argv[1], '127.0.0.1').on('data', () => ++answered === 200 && console.log('here')).write('x');
  }
`;

describe('a proxy', () => {
  let echo: Server;
  beforeAll(async () => {
    echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
  });
  afterAll(() => echo.close());

  it('lets every socket go, also when it closes while the process of its clients dies', async () => {
    const { port } = echo.address() as AddressInfo;
    const before = openSockets();
    for (let round = 0; round < 5; round++) {
      const { proxy, uri } = await TcpProxy.before(`mongodb://127.0.0.1:${port}/modex`);
      const crowd = spawn(NODE, ['-e', CROWD, new URL(uri).port], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(crowd.stdout, 'data');
      crowd.kill('SIGKILL');
      await once(crowd, 'exit');
      proxy.close();
    }
    await until('all sockets to be closed', 60_000, () => openSockets() <= before);
  });
});
