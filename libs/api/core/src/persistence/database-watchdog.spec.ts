import { setTimeout as pause } from 'node:timers/promises';
import { AddressInfo, createConnection as connectTo, createServer, Server, Socket } from 'node:net';
import { eventually, freshDatabase } from '@modex/testing';
import { Connection, createConnection } from 'mongoose';
import { DatabaseWatchdog } from './database-watchdog';

/** A command that names this collection never arrives, and so is never answered. */
const SWALLOWED = 'swallowed';

describe('the watchdog of a database', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let network: Server;
  let connection: Connection;
  let watchdog: DatabaseWatchdog;
  const sockets = new Set<Socket>();

  beforeEach(async () => {
    database = await freshDatabase();
    network = createServer((incoming) => relay(incoming, database.uri, sockets));
    await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve));
    const { port } = network.address() as AddressInfo;
    const uri = `mongodb://127.0.0.1:${port}/${new URL(database.uri).pathname.slice(1)}?directConnection=true`;
    connection = await createConnection(uri, { monitorCommands: true, bufferCommands: false }).asPromise();
    watchdog = new DatabaseWatchdog(connection);
    watchdog.onModuleInit();
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    network.close();
    await connection.destroy();
    await database.drop();
  });

  const find = (collection: string) => connection.collection(collection).findOne({});
  /** How the wait for a swallowed command ends, and whether it has. */
  function waitInVain(): { ended: string | undefined } {
    const wait: { ended: string | undefined } = { ended: undefined };
    watchdog
      .whileItAnswers(() => find(SWALLOWED))
      .then(
        () => (wait.ended = 'answered'),
        (error: { code?: string }) => (wait.ended = error.code ?? String(error)),
      );
    return wait;
  }

  it('hands on what the work comes to', async () => {
    await expect(watchdog.whileItAnswers(() => find('seats'))).resolves.toBeNull();
    await expect(watchdog.whileItAnswers(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('gives up when nobody gets an answer any more', async () => {
    const wait = waitInVain();
    await eventually(async () => expect(wait.ended).toBe('storage-unavailable'));
  });

  it('asks once a second while nobody gets an answer, refuses all others at once, and serves all when one came', async () => {
    const wait = waitInVain();
    await eventually(async () => expect(wait.ended).toBe('storage-unavailable'));
    const [tried, refused] = [waitInVain(), waitInVain()];
    await eventually(async () => expect(refused.ended).toBe('storage-unavailable'));
    expect(tried.ended).toBeUndefined();
    await find('seats');
    await expect(watchdog.whileItAnswers(() => find('seats'))).resolves.toBeNull();
  });

  it('is there as long as anybody gets an answer, and gone afterwards', async () => {
    const wait = waitInVain();
    const end = performance.now() + 2_500;
    while (performance.now() < end) await find('seats');
    expect(wait.ended).toBeUndefined();
    await eventually(async () => expect(wait.ended).toBe('storage-unavailable'));
  });

  it('is not missed by work that waits for something else, until it waits for the database again', async () => {
    let elsewhere: ((value: string) => void) | undefined;
    let ended: string | undefined;
    const hash = () => new Promise<string>((resolve) => (elsewhere = resolve));
    const work = watchdog.whileItAnswers(async () => {
      await watchdog.notWaiting(hash);
      return find(SWALLOWED);
    });
    work.catch((error: { code: string }) => (ended = error.code));
    await pause(2_500);
    expect(ended).toBeUndefined();
    elsewhere?.('hashed');
    await eventually(async () => expect(ended).toBe('storage-unavailable'));
  });
});

/** Passes everything on but what must be swallowed. */
function relay(incoming: Socket, uri: string, sockets: Set<Socket>): void {
  const { hostname, port } = new URL(uri);
  const path = decodeURIComponent(hostname);
  const outgoing = path.startsWith('/') ? connectTo(path) : connectTo(Number(port), hostname);
  for (const socket of [incoming, outgoing]) {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => [incoming, outgoing].forEach((end) => end.destroy()));
  }
  incoming.on('data', (sent) => !sent.includes(SWALLOWED) && outgoing.write(sent));
  outgoing.on('data', (answer) => incoming.write(answer));
}
