import { connect, type Socket } from 'node:net';
import { admin, createShow } from '../harness/actors';
import { within } from '../harness/until';
import { openModex } from './open-modex';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** The server ends itself after nine seconds; a machine that is busy with other things may be late to see it. */
const END_LIMIT_MS = 20_000;

/** Connections that will never come to an end by themselves: what each has sent. */
const HANGERS_ON: Readonly<Record<string, (showId: string) => string>> = {
  'says nothing': () => '',
  'has sent half a header': () => 'GET /api/shows HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: ',
  'has sent half a body': () =>
    'POST /api/auth/guest HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  'reads none of its answers': (showId) =>
    `GET /api/shows/${showId}/seats HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(4),
};

describe.each(Object.entries(HANGERS_ON))('a connection that %s', (_, sent) => {
  // Each server waits for nine seconds: those of both signals wait at the same time.
  it(`keeps nobody: ${SIGNALS.join(' and ')} end the server with 0 in time`, async () => {
    await Promise.all(SIGNALS.map((signal) => endWithHangersOn(signal, sent)));
  });
});

async function endWithHangersOn(signal: NodeJS.Signals, sent: (showId: string) => string): Promise<void> {
  const modex = await openModex();
  const { http, child } = modex.server;
  const show = await createShow(await admin(http), { rows: 100, seatsPerRow: 100 });
  const sockets = await Promise.all(Array.from({ length: 2 }, () => hangOn(http.address, sent(show.id))));
  try {
    child.signal(signal);
    expect(await within('the end of the server', END_LIMIT_MS, child.exit)).toEqual({ code: 0, signal: null });
    expect(child.stderr).toBe('');
  } finally {
    sockets.forEach((socket) => socket.destroy());
    await modex.close();
  }
}

/** A connection that has sent this, and reads nothing. */
async function hangOn(address: string, sent: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.pause();
  await new Promise((resolve) => socket.write(sent, resolve));
  return socket;
}
