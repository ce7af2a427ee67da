import { guest } from '../harness/actors';
import { TOLD_AT_POINT, type ApiServer, type NamedStep } from '../harness/api-server';
import { until } from '../harness/until';
import { inArena, type ArenaFigures } from './arena';
import { allowed, mustHaveStruck, resolved, TOLD_WITHIN_MS, type Retry } from './booking-outcome';
import { complaintsOf, mustBe, settled, story } from './kills/scene';

const LEASE_SECONDS = 3;

/** Steps at which the connection to the database breaks, before the command is sent or after it was carried out. */
export const CONNECTION_RESETS: readonly NamedStep[] = [
  { name: 'before the intent is sent', point: { phase: 'booking.open', nth: 1, when: 'before' } },
  { name: 'before a lock is sent', point: { phase: 'seat.lock', nth: 1, when: 'before' } },
  { name: 'after a lock was written', point: { phase: 'seat.lock', nth: 1, when: 'after' } },
  { name: 'before the confirm is sent', point: { phase: 'booking.confirm', nth: 1, when: 'before' } },
  { name: 'after the confirm was written', point: { phase: 'booking.confirm', nth: 1, when: 'after' } },
];

/**
 * The connection breaks in the middle of a booking: the answer is 201, or 503 with Retry-After, and then the same key
 * finds or makes the outcome. Never two bookings that hold, never a seat lost.
 * @returns a sentence for each thing that is wrong
 */
export async function resetConnection(figures: ArenaFigures, { point }: NamedStep): Promise<readonly string[]> {
  return inArena({ ...figures, leaseSeconds: LEASE_SECONDS }, (arena) =>
    complaintsOf(async () => {
      const show = await arena.createShow({ title: 'Reset', totalSeats: 2 });
      const buyer = await guest(arena.http());
      const shaken = await arena.startServer({ killPoint: { ...point, action: 'reset' } });
      try {
        const answer = await buyer.at(shaken.http).book(show.showId, show.seatIds, 'k');
        const outcome = await resolved(arena, { buyer: buyer.at(shaken.http), show, answer });
        const hasBroken = shaken.child.stderr.includes(TOLD_AT_POINT.reset);
        return [...mustHaveStruck('a broken connection', hasBroken), ...allowed(answer), ...outcome];
      } finally {
        await shaken.kill();
      }
    }),
  );
}

/** How a database is away: its connections break, or nothing that is sent to it comes back. */
export interface Absence {
  readonly how: 'cut' | 'blackHole';
  readonly ms: number;
}

/** What was seen while the database could not be reached. */
export interface Outage {
  readonly violations: readonly string[];
  /** The longest wait for a refusal of a booking, in milliseconds. */
  readonly slowestRefusalMs: number;
  /** From the return of the database to the first booking, in milliseconds. */
  readonly recoveryMs: number;
}

/** The database cannot be reached for a while: 503 within 2 s, not ready but alive, and back without a restart. */
export async function cutDatabase(figures: ArenaFigures, { how, ms }: Absence): Promise<Outage> {
  return inArena({ ...figures, leaseSeconds: LEASE_SECONDS }, async (arena) => {
    const show = await arena.createShow({ title: 'Cut off', totalSeats: 40 });
    const buyer = await guest(arena.http());
    return arena.behindProxy({}, async ({ proxy, server }) => {
      const booked = await buyer.at(server.http).book(show.showId, show.seatIds.slice(0, 1));
      proxy[how]();
      const during = await watchOutage(server, { buyer, show, answer: booked }, ms);
      proxy.restore();
      const restoredAt = performance.now();
      const back = await until('bookings to work again', 15_000, async () => {
        const answer = await buyer.at(server.http).book(show.showId, show.seatIds.slice(2, 3));
        return answer.status === 201 ? answer : undefined;
      });
      const ready = await server.http.get('/health/ready');
      const left = [
        ...(await settled(arena, show)),
        ...(await arena.violations({ confirmed: [booked.body.bookingId, back.body.bookingId] })),
      ];
      return {
        violations: [...during.violations, ...mustBe('ready again', ready.status, 200), ...left],
        slowestRefusalMs: during.slowestMs,
        recoveryMs: Math.round(back.endedAt - restoredAt),
      };
    });
  });
}

async function watchOutage(
  server: ApiServer,
  { buyer, show }: Retry,
  outageMs: number,
): Promise<{ readonly violations: readonly string[]; readonly slowestMs: number }> {
  const violations = new Set<string>();
  const end = performance.now() + outageMs;
  let slowestMs = 0;
  while (performance.now() < end) {
    const answer = await buyer.at(server.http).book(show.showId, show.seatIds.slice(1, 2));
    const [live, ready] = [await server.http.get('/health/live'), await server.http.get('/health/ready')];
    slowestMs = Math.max(slowestMs, Math.round(answer.endedAt - answer.sentAt));
    mustBe('a booking', story(answer), '503 storage-unavailable').forEach((complaint) => violations.add(complaint));
    mustBe('liveness, readiness', [live.status, ready.status], [200, 503]).forEach((it) => violations.add(it));
  }
  if (slowestMs > TOLD_WITHIN_MS) violations.add(`a refusal took ${slowestMs} ms`);
  return { violations: [...violations], slowestMs };
}
