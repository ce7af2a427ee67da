import { computed, inject, Injectable, signal } from '@angular/core';
import {
  Api,
  bookSeats,
  ClientProblem,
  isWorthAskingAgain,
  Problem,
  ProblemCode,
  readProblem,
} from '@modex/web-api-client';
import { newKey, TabMemory } from '@modex/web-ui';
import { attemptName, BookingRequest, KeptAttempt, readKeptAttempt } from './kept-attempt';

/** Waits before asking again by itself, in milliseconds; after the last one the customer decides. */
const PAUSES_MS = [700, 2000, 4000] as const;
const LONGEST_PAUSE_MS = 10_000;
/** After a reload an attempt this young is repeated by itself; an older one only when the customer wants it. */
const CARRIED_ON_MS = 10 * 60_000;

/** Where a booking stands. `asking.again` counts the repetitions, `problem` is what made them necessary. */
export type AttemptState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly again: number; readonly problem?: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'booked' };

/** After these nobody knows yet whether the seats were booked. */
const OUTCOME_UNKNOWN: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unreachable',
  'in-progress',
  'storage-unavailable',
]);

/**
 * One booking from the press of the button to a certain answer. Every attempt has its own idempotency key; whatever
 * is repeated (a broken connection, a busy server, a reload meanwhile) repeats with that key, so that asking twice never
 * books twice.
 */
@Injectable()
export class BookingAttempt {
  private readonly api = inject(Api);
  private readonly memory = inject(TabMemory);
  private open: KeptAttempt | undefined;

  readonly state = signal<AttemptState>({ kind: 'idle' });
  readonly busy = computed(() => this.state().kind === 'asking');
  /** True from the first request until its outcome is certain; the choice must not change meanwhile. */
  readonly undecided = computed(() => {
    const state = this.state();
    return state.kind === 'asking' || (state.kind === 'failed' && OUTCOME_UNKNOWN.has(state.problem.code));
  });

  /**
   * Repeats, with the same key, a booking that this tab sent before a reload or a visit to another page and that was never
   * answered. If that is long ago, the customer decides.
   */
  findUnanswered(showId: string): BookingRequest | undefined {
    this.open = readKeptAttempt(this.memory.recall(attemptName(showId)));
    if (!this.open) return undefined;
    const young = Date.now() - this.open.begunAt < CARRIED_ON_MS;
    const problem = readProblem(new ClientProblem('unreachable'));
    this.state.set(young ? { kind: 'asking', again: 0 } : { kind: 'failed', problem });
    return this.open.request;
  }

  /** Books; resolves with the booking's id, or undefined when it failed: `state` says why. */
  async book(request: BookingRequest): Promise<string | undefined> {
    const key = this.keyFor(request);
    for (let again = 0; ; again++) {
      this.state.update((before) => ({ kind: 'asking', again, problem: problemOf(before) }));
      const outcome = await this.ask(request, key);
      if (typeof outcome === 'string') {
        this.settle({ kind: 'booked' });
        return outcome;
      }
      const pause = PAUSES_MS[again];
      if (!isWorthAskingAgain(outcome) || pause === undefined) {
        this.fail(outcome);
        return undefined;
      }
      this.state.set({ kind: 'asking', again: again + 1, problem: outcome });
      await wait(Math.min(LONGEST_PAUSE_MS, Math.max(pause, (outcome.retryAfter ?? 0) * 1000)));
    }
  }

  /** Removes a failure that the customer has read. */
  dismiss(): void {
    if (!this.undecided()) this.settle({ kind: 'idle' });
  }

  private keyFor(request: BookingRequest): string {
    if (!this.open || wanted(this.open.request) !== wanted(request)) {
      this.open = { key: newKey(), request, begunAt: Date.now() };
    }
    this.memory.keep(attemptName(request.showId), this.open);
    return this.open.key;
  }

  private async ask(request: BookingRequest, key: string): Promise<string | Problem> {
    const { showId, userId, holdId, seatIds, tickets, total, guest } = request;
    try {
      const seen = total === null ? {} : { total };
      const types = tickets.length === 0 ? {} : { tickets: [...tickets] };
      const body = { userId, holdId, seatIds: [...seatIds], ...types, ...seen, ...guest };
      const booking = await this.api.invoke(bookSeats, { showId, 'Idempotency-Key': key, body });
      return booking.bookingId;
    } catch (error) {
      return readProblem(error);
    }
  }

  /** Keeps the key only where the same question may be asked again. */
  private fail(problem: Problem): void {
    if (isWorthAskingAgain(problem)) this.state.set({ kind: 'failed', problem });
    else this.settle({ kind: 'failed', problem });
  }

  private settle(state: AttemptState): void {
    if (this.open) this.memory.keep(attemptName(this.open.request.showId), undefined);
    this.open = undefined;
    this.state.set(state);
  }
}

/** The same seats in another order are the same request. */
function wanted({ showId, userId, holdId, seatIds, tickets, total }: BookingRequest): string {
  const types = tickets.map(({ seatId, type }) => `${seatId} ${type}`).sort();
  return JSON.stringify([showId, userId, holdId, [...seatIds].sort(), types, total?.amount, total?.currency]);
}

function problemOf(state: AttemptState): Problem | undefined {
  return 'problem' in state ? state.problem : undefined;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
