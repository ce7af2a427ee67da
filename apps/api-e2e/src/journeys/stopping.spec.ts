import { LiveStream } from '@modex/testing';
import { admin, createShow, guest, seatIdsOf, type Actor, type Booked } from '../harness/actors';
import type { Reply } from '../harness/http';
import { until, within } from '../harness/until';
import { outcomeOf } from '../races/result';
import { openModex } from './open-modex';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** The server ends itself after nine seconds; a machine that is busy with other things may be late to see it. */
const END_LIMIT_MS = 20_000;

describe.each(SIGNALS)('%s under load', (signal) => {
  it('ends with 0 in time; requests in flight get their real answer', async () => {
    const modex = await openModex();
    try {
      const { http, child } = modex.server;
      const show = await createShow(await admin(http), { totalSeats: 4_000 });
      const seatIds = await seatIdsOf(http, show.id);
      const buyers = await Promise.all(Array.from({ length: 40 }, () => guest(http)));
      const answers: Reply<Booked>[] = [];
      const shopping = buyers.map((buyer, i) =>
        shop({ buyer, showId: show.id, answers }, seatIds.slice(i * 100, i * 100 + 100)),
      );
      await until('bookings', 120_000, () => answers.length >= 100);

      const stoppedAt = performance.now();
      child.signal(signal);
      const exit = await within('the end of the server', END_LIMIT_MS, child.exit);
      await Promise.all(shopping);

      expect(exit).toEqual({ code: 0, signal: null });
      expect(child.stderr).toBe('');
      expect(
        answers
          .filter(({ sentAt }) => sentAt < stoppedAt)
          .map(outcomeOf)
          .filter(isUnreal),
      ).toEqual([]);
    } finally {
      await modex.close();
    }
  });
});

it.each(SIGNALS)('%s tells who watches when to come back, and ends', async (signal) => {
  const modex = await openModex();
  try {
    const { http, child } = modex.server;
    const show = await createShow(await admin(http), { totalSeats: 10 });
    const url = `${http.address}/api/shows/${show.id}/seats/events`;
    const streams = await Promise.all(Array.from({ length: 20 }, () => LiveStream.open({ url })));
    for (const stream of streams) await stream.until(({ events }) => events.some(({ event }) => event === 'status'));
    const before = streams.map(({ text }) => text.length);
    child.signal(signal);
    expect(await within('the end of the server', END_LIMIT_MS, child.exit)).toEqual({ code: 0, signal: null });
    for (const stream of streams) await stream.until(({ hasEnded }) => hasEnded);
    const said = streams.map(({ text }, index) => text.slice(before[index]));
    expect(said.filter((text) => !/^retry: \d{4}$/m.test(text))).toEqual([]);
    expect(new Set(said).size).toBeGreaterThan(1);
    expect(child.stderr).toBe('');
  } finally {
    await modex.close();
  }
});

it('SIGTERM lets readiness fail first, while requests are still answered', async () => {
  const modex = await openModex();
  try {
    const { http, child } = modex.server;
    expect((await http.get('/health/ready')).status).toBe(200);
    child.signal('SIGTERM');
    await until('readiness to fail', 60_000, async () => (await http.get('/health/ready')).status === 503);
    expect((await http.get('/health/live')).status).toBe(200);
    expect((await http.get('/api/shows')).status).toBe(200);
    expect(await within('the end of the server', END_LIMIT_MS, child.exit)).toEqual({ code: 0, signal: null });
  } finally {
    await modex.close();
  }
});

interface Trip {
  readonly buyer: Actor;
  readonly showId: string;
  readonly answers: Reply<Booked>[];
}

/** Books seat after seat, until the server takes no more. */
async function shop({ buyer, showId, answers }: Trip, seatIds: readonly string[]): Promise<void> {
  for (const seatId of seatIds) {
    const answer = await buyer.book(showId, [seatId]);
    answers.push(answer);
    if (answer.status !== 201) return;
  }
}

/** A connection that broke, or an answer that is none. */
function isUnreal(outcome: string): boolean {
  return outcome !== 'booked';
}
