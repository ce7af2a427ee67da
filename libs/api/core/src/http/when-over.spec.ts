import { once } from 'node:events';
import { createServer, ServerResponse } from 'node:http';
import { AddressInfo, connect } from 'node:net';
import { whenOver } from './when-over';

const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

/** Sends requests at once over one connection to a server that answers as it is told. */
async function sendAhead(count: number, answer: (response: ServerResponse, nth: number) => void) {
  let [come, over] = [0, 0];
  const server = createServer((request, response) => {
    whenOver(request, response, () => over++);
    answer(response, ++come);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write(GET.repeat(count));
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise((resolve) => setImmediate(resolve));
  };
  await until(() => come === count);
  return {
    over: () => over,
    hangUp: async () => {
      client.destroy();
      await until(() => over === count);
      server.close();
      await once(server, 'close');
    },
  };
}

describe('a request is over', () => {
  it('when its connection ends, also for those that wait behind another', async () => {
    const { over, hangUp } = await sendAhead(12, () => undefined);
    expect(over()).toBe(0);
    await hangUp();
    expect(over()).toBe(12);
  });

  it('once, when it was answered and then its connection ends', async () => {
    const { over, hangUp } = await sendAhead(3, (response) => void response.end('done'));
    await hangUp();
    expect(over()).toBe(3);
  });
});
