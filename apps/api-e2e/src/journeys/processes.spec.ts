import { LiveStream } from '@modex/testing';
import { admin, createShow, expectStatus, guest, seatIdsOf } from '../harness/actors';
import { HttpClient } from '../harness/http';
import { until, within } from '../harness/until';
import { pidsOf } from '../races/process-kills';
import { openModex, type OpenModex } from './open-modex';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** Enough connections that each process certainly has some of them. */
const MANY = 40;

describe('two processes of one start', () => {
  let modex: OpenModex;
  beforeAll(async () => {
    modex = await openModex({ processes: 2, env: { RATE_LIMITS: 'on', MAX_VIEWERS: '5' } });
  });
  afterAll(() => modex?.close());

  /** A client with a connection of its own: the system chooses the process that serves it. */
  const client = () => new HttpClient(modex.server.http.address);
  const many = <T>(ask: (http: HttpClient) => Promise<T>) =>
    Promise.all(
      Array.from({ length: MANY }, async () => {
        const http = client();
        return ask(http).finally(() => http.close());
      }),
    );

  it('have one limit of viewers together', async () => {
    const show = await createShow(await admin(modex.server.http), { totalSeats: 10 });
    const url = `${modex.server.http.address}/api/shows/${show.id}/seats/events`;
    const streams = await Promise.all(Array.from({ length: MANY }, () => LiveStream.open({ url })));
    const statuses = streams.map(({ status }) => status);
    streams.forEach((stream) => stream.close());
    expect(statuses.filter((status) => status === 200).length).toBe(5);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  });

  it('tell each other of every booking', async () => {
    const { http } = modex.server;
    const show = await createShow(await admin(http), { totalSeats: 10 });
    const [seat = ''] = await seatIdsOf(http, show.id);
    const buyer = await guest(http);
    expectStatus(201, await buyer.book(show.id, [seat]));
    await until('the seat to be taken for all', 60_000, async () => {
      const maps = await many((one) => one.get<{ seats: { status: string }[] }>(`/api/shows/${show.id}/seats`));
      return maps.every(({ body }) => body.seats[0]?.status === 'BOOKED');
    });
  });

  it('have one rate limit together', async () => {
    const body = { name: 'Ada', email: 'ada@example.org' };
    const statuses: number[] = [];
    for (let round = 0; round < 5; round++) {
      const answers = await many((http) => http.post('/api/auth/guest', { body }));
      statuses.push(...answers.map(({ status }) => status));
    }
    const letIn = statuses.filter((status) => status === 201).length;
    // Each process for itself would let in as many, and so all; one may have been let in before.
    expect([149, 150]).toContain(letIn);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5 * MANY - letIn);
  });
});

describe.each(SIGNALS)('%s to several processes', (signal) => {
  it('stops all of them in order', async () => {
    const modex = await openModex({ processes: 2 });
    try {
      const { child, http } = modex.server;
      const show = await createShow(await admin(http), { totalSeats: 10 });
      const url = `${http.address}/api/shows/${show.id}/seats/events`;
      const streams = await Promise.all(Array.from({ length: 6 }, () => LiveStream.open({ url })));
      const pids = pidsOf(modex.server);
      child.signal(signal);
      expect(await within('the end of all', 30_000, child.exit)).toEqual({ code: 0, signal: null });
      expect(child.stderr).toBe('');
      // Each process told its viewers when to come back before it ended.
      for (const stream of streams) {
        await stream.until(({ hasEnded }) => hasEnded);
        expect(stream.text.match(/^retry: /gm)).toHaveLength(2);
      }
      expect(pids).toHaveLength(2);
      for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    } finally {
      await modex.close();
    }
  });
});
