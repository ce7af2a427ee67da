import { MongoClient } from 'mongodb';
import { createFloor } from '../floor/floor';
import { listen } from '../servers/listen';
import { Client } from './client';
import { Viewers } from './viewers';

const [SHOW, OTHER] = ['a'.repeat(24), 'b'.repeat(24)];
const FRAME = 'event: changes\nid: x-1\ndata: {"version":"x-1","changes":[[4,2],[5,2]]}\n\n';

describe('viewers of a show on the floor', () => {
  const mongo = new MongoClient('mongodb://nobody');
  const server = createFloor(mongo, { sessionSecret: '', modex: 'http://nobody', strategy: 'lock loop' });
  let address: string;
  let client: Client;
  let viewers: Viewers;
  beforeAll(async () => {
    address = await listen(server);
    client = new Client(address);
    viewers = await Viewers.open(`${address}/api/shows/${SHOW}/seats/events`, 3);
  });
  afterAll(() => {
    viewers?.close();
    client?.close();
    server.close().closeAllConnections();
  });

  const send = (showId: string, frame: string) =>
    client.send({ method: 'POST', path: `/api/shows/${showId}/seats/events`, body: { frame } });

  it('hear what is sent to their show, each of them, and when', async () => {
    const before = performance.now();
    await send(OTHER, FRAME.replaceAll('x-1', 'y-1'));
    await send(SHOW, FRAME);
    const times = await viewers.heard([4, 5]);
    expect(times.map(({ length }) => length)).toEqual([3, 3]);
    for (const time of times.flatMap((each) => [...each])) expect(time).toBeGreaterThan(before);
    expect([viewers.frames, viewers.seen]).toEqual([3, [FRAME]]);
    expect(viewers.bytes).toBeGreaterThanOrEqual(3 * FRAME.length);
  });

  it('are refused aloud', async () => {
    await expect(Viewers.open(`${address}/api/elsewhere`, 1)).rejects.toThrow('answered 500');
  });
});
