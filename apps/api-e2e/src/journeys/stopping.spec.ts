import { admin, createShow, guest, seatIdsOf, type Actor, type Booked } from '../harness/actors';
import type { Reply } from '../harness/http';
import { until, within } from '../harness/until';
import { outcomeOf } from '../races/result';
import { openModex } from './open-modex';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

describe.each(SIGNALS)('%s under load', (signal) => {
  it('ends with 0 within 10 s; requests in flight get their real answer', async () => {
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
      await until('bookings', 30_000, () => answers.length >= 100);

      const stoppedAt = performance.now();
      child.signal(signal);
      const exit = await within('the end of the server', 10_000, child.exit);
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
