import { guest, type Booked } from '../harness/actors';
import { TOLD_AT_POINT, type ApiServer, type KillPoint, type NamedStep } from '../harness/api-server';
import type { Reply } from '../harness/http';
import type { Muted } from '../harness/tcp-proxy';
import { until } from '../harness/until';
import { inArena, type Arena, type ArenaFigures, type Proxied } from './arena';
import { allowed, mustHaveStruck, resolved, TOLD_WITHIN_MS, type Retry } from './booking-outcome';
import { complaintsOf, mustBe, storedStatuses } from './kills/scene';

const LEASE_SECONDS = 3;

/** Steps of a booking at which the database falls silent. */
export const SILENCES: readonly NamedStep[] = [
  { name: 'before the intent is sent', point: { phase: 'booking.open', nth: 1, when: 'before' } },
  { name: 'after the intent', point: { phase: 'booking.open', nth: 1, when: 'after' } },
  { name: 'after a lock', point: { phase: 'seat.lock', nth: 1, when: 'after' } },
  { name: 'before the confirm is sent', point: { phase: 'booking.confirm', nth: 1, when: 'before' } },
];

/** What was seen, and how long the buyer waited from the silence to the answer, in milliseconds. */
export interface SilenceSeen {
  readonly violations: readonly string[];
  readonly waitedMs: number;
}

/**
 * All that is sent to the database is swallowed from one step of a booking on: 503 with Retry-After soon, and when the
 * database is back the same key finds or makes the outcome.
 */
export async function fallSilent(figures: ArenaFigures, { point }: NamedStep): Promise<SilenceSeen> {
  return onStage(figures, { killPoint: { ...point, action: 'wait' } }, async (stage) => {
    const { proxy, server, retry, arena } = stage;
    const answering = retry.buyer.book(retry.show.showId, retry.show.seatIds, 'k');
    await until('the booking to reach the point', 10_000, () => server.child.stderr.includes(TOLD_AT_POINT.wait));
    proxy.blackHole();
    const silentAt = performance.now();
    server.child.signal('SIGUSR2');
    const answer = await answering;
    const waitedMs = Math.round(answer.endedAt - silentAt);
    proxy.restore();
    const told = answer.status === 201 ? ['201 from a database that is silent'] : toldInTime(waitedMs);
    return { waitedMs, violations: [...told, ...allowed(answer), ...(await resolved(arena, { ...retry, answer }))] };
  });
}

/**
 * The answer to a confirm is swallowed, with all that would follow on its connection or on all. The booking is never
 * rolled back: it stays confirmed, and the buyer gets 201, or 503 and then 201 for the same key. While others get
 * answers the database is not silent: the booking is read back when its connection is given up.
 */
export async function swallowConfirm(figures: ArenaFigures, muted: Muted): Promise<SilenceSeen> {
  return onStage(figures, {}, async ({ proxy, server, retry, arena }) => {
    proxy.muteAfter((sent) => sent.includes('findAndModify') && sent.includes('CONFIRMED'), muted);
    const sentAt = performance.now();
    const booking = retry.buyer.book(retry.show.showId, retry.show.seatIds, 'k');
    if (muted === 'its connection') await readUntilSettled(server, booking);
    const answer = await booking;
    proxy.restore();
    const waitedMs = Math.round(answer.endedAt - sentAt);
    const stored = await storedStatuses(arena, retry.buyer);
    const again = await resolved(arena, { ...retry, answer });
    return {
      waitedMs,
      violations: [
        ...mustHaveStruck('the answer of a confirm is swallowed', proxy.hasMuted),
        ...mustBe('stored when the answer came', stored, ['CONFIRMED']),
        ...(muted === 'everything' ? toldInTime(waitedMs) : mustBe('the answer', answer.status, 201)),
        ...allowed(answer),
        ...again,
      ],
    };
  });
}

/** Reads the shows, so that somebody gets answers of the database all the while. */
async function readUntilSettled(server: ApiServer, booking: Promise<unknown>): Promise<void> {
  let isOver = false;
  void booking.finally(() => (isOver = true));
  // Another list each time: the same one would come from memory.
  for (let list = 0; !isOver; list++) await server.http.get<Booked>(`/api/shows?q=${list}`);
}

function toldInTime(waitedMs: number): string[] {
  return waitedMs <= TOLD_WITHIN_MS ? [] : [`the answer took ${waitedMs} ms`];
}

interface Stage extends Proxied {
  readonly arena: Arena;
  readonly retry: Retry;
}

async function onStage(
  figures: ArenaFigures,
  start: { readonly killPoint?: KillPoint },
  play: (stage: Stage) => Promise<SilenceSeen>,
): Promise<SilenceSeen> {
  let waitedMs = 0;
  const violations = await inArena({ ...figures, leaseSeconds: LEASE_SECONDS }, (arena) =>
    complaintsOf(async () => {
      const show = await arena.createShow({ title: 'Silence', totalSeats: 2 });
      const seen = await arena.behindProxy(start, async ({ proxy, server }) => {
        const buyer = (await guest(arena.http())).at(server.http);
        return play({ arena, proxy, server, retry: { buyer, show, answer: {} as Reply<Booked> } });
      });
      waitedMs = seen.waitedMs;
      return seen.violations;
    }),
  );
  return { violations, waitedMs };
}
