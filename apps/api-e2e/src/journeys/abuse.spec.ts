import { readFile } from 'node:fs/promises';
import { admin, createShow, guest, seatIdsOf } from '../harness/actors';
import { RawConnection } from '../harness/raw-http';
import { until } from '../harness/until';
import { openModex, type OpenModex } from './open-modex';

const HALF =
  'POST /api/auth/guest HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{';
/** An answer of a few megabytes. */
const LARGE = 20_000;

const SILENT = 10;

/** The connections that a server holds open. A client that does not read does not see that the server has hung up. */
async function connectionsAt(address: string): Promise<number> {
  const port = Number(new URL(address).port).toString(16).toUpperCase().padStart(4, '0');
  const table = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  return table.filter(([, local, , state]) => local?.endsWith(`:${port}`) && state === '01').length;
}

describe('somebody who means harm', () => {
  let modex: OpenModex;
  const connections: RawConnection[] = [];
  beforeEach(async () => void (modex = await openModex()));
  afterEach(async () => {
    for (const connection of connections.splice(0)) connection.close();
    await modex.close();
  });

  const open = async (count: number): Promise<RawConnection[]> => {
    const opened: RawConnection[] = [];
    for (let nth = 0; nth < count; nth++) opened.push(await RawConnection.open(modex.server.http.address));
    connections.push(...opened);
    return opened;
  };

  it('begins 2,000 requests and ends none: everybody else is served, and nothing is logged', async () => {
    const { http, child } = modex.server;
    const show = await createShow(await admin(http), { totalSeats: 30 });
    for (const connection of await open(2_000)) connection.send(HALF);
    const buyer = await guest(http);
    const answers = [];
    for (const seatId of await seatIdsOf(http, show.id)) answers.push(await buyer.book(show.id, [seatId]));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(child.stderr).toBe('');
  });

  it('asks for a large seat map again and again and reads nothing: the connections end, and others are served', async () => {
    const { http } = modex.server;
    const show = await createShow(await admin(http), { totalSeats: LARGE });
    const path = `/api/shows/${show.id}/seats`;
    const usual = await connectionsAt(http.address);
    // Far more than fits into the buffers of a connection.
    for (const connection of await open(SILENT)) {
      connection.send(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(8));
    }
    expect(await connectionsAt(http.address)).toBeGreaterThan(usual);
    await until('the unread answers to end', 60_000, async () => (await connectionsAt(http.address)) <= usual);
    // What the unread answers had taken is given back.
    await until('others to be served', 120_000, async () => (await http.get(path)).status === 200);
  });
});
