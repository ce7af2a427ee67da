import type { Actor, Booked } from '../harness/actors';
import type { Reply } from '../harness/http';
import { until } from '../harness/until';
import type { Arena, ShowWithSeats } from './arena';
import { complaintsOf, mustBe, settled, storedStatuses, story } from './kills/scene';

/** Long enough for a lease of 3 s to end and to be given up, in milliseconds. */
const RESOLVE_MS = 13_000;

/**
 * A request is told within two seconds that the database is gone; without the watchdog after the ten of the driver. The
 * limit lies between the two, so that it says nothing about the machine. In milliseconds.
 */
export const TOLD_WITHIN_MS = 7_000;

/** The first words of a complaint that the fault of a scene did not happen. */
export const NO_FAULT = 'the fault did not take place';

/** A scene proves nothing without its fault. @param fault in words */
export function mustHaveStruck(fault: string, hasStruck: boolean): string[] {
  return hasStruck ? [] : [`${NO_FAULT}: ${fault}`];
}

/** 201, or 503 that says when to come back. */
export function allowed(answer: Reply<Booked>): string[] {
  if (answer.status === 201) return [];
  const complaints = mustBe('the answer', story(answer), '503 storage-unavailable');
  return answer.headers['retry-after'] === undefined ? [...complaints, 'the answer has no Retry-After'] : complaints;
}

/** A booking under the key `k`, and what its buyer was told. */
export interface Retry {
  readonly buyer: Actor;
  readonly show: ShowWithSeats;
  readonly answer: Reply<Booked>;
}

/** Repeating with the same key ends in one booking, or in 410, after which a new key books. */
export function resolved(arena: Arena, retry: Retry): Promise<readonly string[]> {
  return complaintsOf(() => complaintsOfRetries(arena, retry));
}

async function complaintsOfRetries(arena: Arena, { buyer, show, answer }: Retry): Promise<readonly string[]> {
  const last = await until('the same key to find the outcome', RESOLVE_MS, async () => {
    const retry = await buyer.book(show.showId, show.seatIds, 'k');
    return retry.status === 201 || retry.status === 410 ? retry : undefined;
  });
  const same = answer.status === 201 ? mustBe('the booking', last.body.bookingId, answer.body.bookingId) : [];
  const left = await settled(arena, show);
  const outcome = last.status === 201 ? last : await buyer.book(show.showId, show.seatIds, 'new key');
  const held = (await storedStatuses(arena, buyer)).filter((status) => status === 'CONFIRMED');
  return [
    ...same,
    ...left,
    ...mustBe('in the end', outcome.status, 201),
    ...mustBe('bookings that hold', held.length, 1),
    ...(await arena.violations({ confirmed: outcome.status === 201 ? [outcome.body.bookingId] : [] })),
  ];
}
