import { setTimeout as pause } from 'node:timers/promises';
import type { House } from './houses';
import { ask, type Session, type Started } from './server';

/** The requests of a buyer that are timed, in their order. */
export const REQUESTS = ['see the seats', 'book two seats', 'cancel'] as const;
export type BuyersRequest = (typeof REQUESTS)[number];

/** How long each request took, in milliseconds. */
export type Times = Readonly<Record<BuyersRequest, number[]>>;

const BUYERS = 4;
/** A buyer begins a round of requests so often, in milliseconds: 4 buyers ask for 48 things a second. */
const ROUND_MS = 250;

export const noTimes = (): Times => ({ 'see the seats': [], 'book two seats': [], cancel: [] });

/** Buyers of a house, each with two seats of their own, that book and cancel again and again. */
export class Buyers {
  private constructor(
    private readonly api: Started,
    private readonly house: House,
    private readonly sessions: readonly Session[],
  ) {}

  static async come(api: Started, house: House): Promise<Buyers> {
    const names = Array.from({ length: BUYERS }, (_, at) => `Buyer ${at + 1}`);
    const guests = names.map((name, at) => ({ name, email: `buyer${at}@example.org` }));
    return new Buyers(api, house, await Promise.all(guests.map((body) => ask<Session>(api, '/auth/guest', { body }))));
  }

  /** Adds to `times` until `work` is done. @returns its result */
  async during<Result>(work: Promise<Result>, times: Times): Promise<Result> {
    let isOver = false;
    const ended = work.finally(() => (isOver = true));
    const seats = this.house.seatIds;
    const buying = this.sessions.map(async (buyer, at) => {
      const seatIds = seats.slice(at * 2, at * 2 + 2);
      await pause((at * ROUND_MS) / BUYERS);
      while (!isOver) {
        const next = pause(ROUND_MS);
        await this.round(buyer, seatIds, times);
        await next;
      }
    });
    const [result] = await Promise.all([ended, ...buying]);
    return result;
  }

  private async round(session: Session, seatIds: readonly string[], times: Times): Promise<void> {
    const show = `/shows/${this.house.id}`;
    await timed(times['see the seats'], () => ask(this.api, `${show}/seats`));
    const body = { seatIds, userId: session.userId };
    const { bookingId } = await timed(times['book two seats'], () =>
      ask<{ bookingId: string }>(this.api, `${show}/book`, { session, body }),
    );
    await timed(times.cancel, () => ask(this.api, `/bookings/${bookingId}/cancel`, { session, method: 'POST' }));
  }
}

async function timed<Result>(times: number[], request: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await request();
  times.push(performance.now() - start);
  return result;
}

/** The time that this share of the requests did not exceed. @param share 0 to 1 */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
