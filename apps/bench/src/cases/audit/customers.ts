import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../../load/client';
import { ask, type Session } from '../../servers/modex-api';
import type { Show } from '../../servers/shows';

/** The requests of a customer that are timed, in their order. */
export const REQUESTS = ['see the seats', 'book two seats', 'cancel'] as const;
type CustomersRequest = (typeof REQUESTS)[number];

/** How long each request took, in milliseconds. */
export type Times = Readonly<Record<CustomersRequest, number[]>>;

const CUSTOMERS = 4;
/** A customer begins a round of requests so often, in milliseconds: 4 customers ask for 48 things a second. */
const ROUND_MS = 250;

export const noTimes = (): Times => ({ 'see the seats': [], 'book two seats': [], cancel: [] });

/** Customers of a show, each with two seats of their own, that book and cancel again and again. */
export class Customers {
  constructor(
    private readonly client: Client,
    private readonly show: Show,
    private readonly sessions: readonly Session[],
  ) {}

  /** Adds to `times` until `work` is done. @returns its result */
  async during<Result>(work: Promise<Result>, times: Times): Promise<Result> {
    let isOver = false;
    const ended = work.finally(() => (isOver = true));
    const booking = this.sessions.slice(0, CUSTOMERS).map(async (customer, at) => {
      const seatIds = this.show.seatIds.slice(at * 2, at * 2 + 2);
      await pause((at * ROUND_MS) / CUSTOMERS);
      while (!isOver) {
        const next = pause(ROUND_MS);
        await this.round(customer, seatIds, times);
        await next;
      }
    });
    const [result] = await Promise.all([ended, ...booking]);
    return result;
  }

  private async round(session: Session, seatIds: readonly string[], times: Times): Promise<void> {
    const show = `/shows/${this.show.id}`;
    await timed(times['see the seats'], () => ask(this.client, `${show}/seats`));
    const body = { seatIds, userId: session.userId };
    const { bookingId } = await timed(times['book two seats'], () =>
      ask<{ bookingId: string }>(this.client, `${show}/book`, { session, body }),
    );
    await timed(times.cancel, () => ask(this.client, `/bookings/${bookingId}/cancel`, { session, method: 'POST' }));
  }
}

async function timed<Result>(times: number[], request: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await request();
  times.push(performance.now() - start);
  return result;
}
