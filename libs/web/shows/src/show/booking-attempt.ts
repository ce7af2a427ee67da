import { computed, inject, Injectable, signal } from '@angular/core';
import { Api, bookSeats, isWorthAskingAgain, Problem, ProblemCode, readProblem } from '@modex/web-api-client';

/** Waits before asking again by itself, in milliseconds; after the last one the visitor decides. */
const PAUSES_MS = [700, 2000, 4000] as const;
const LONGEST_PAUSE_MS = 10_000;

/** What is asked for; the same request in the same attempt carries the same key. */
export interface BookingRequest {
  readonly showId: string;
  readonly userId: string;
  readonly seatIds: readonly string[];
}

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
 * is repeated (a broken connection, a busy server) repeats with that key, so that asking twice never books twice.
 */
@Injectable()
export class BookingAttempt {
  private readonly api = inject(Api);
  private open: { readonly key: string; readonly request: string } | undefined;

  readonly state = signal<AttemptState>({ kind: 'idle' });
  readonly busy = computed(() => this.state().kind === 'asking');
  /** True from the first request until its outcome is certain; the choice must not change meanwhile. */
  readonly undecided = computed(() => {
    const state = this.state();
    return state.kind === 'asking' || (state.kind === 'failed' && OUTCOME_UNKNOWN.has(state.problem.code));
  });

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

  /** Puts a failure that was read and answered out of the way. */
  dismiss(): void {
    if (!this.undecided()) this.settle({ kind: 'idle' });
  }

  private keyFor(request: BookingRequest): string {
    const wanted = JSON.stringify({ ...request, seatIds: [...request.seatIds].sort() });
    if (this.open?.request !== wanted) this.open = { key: crypto.randomUUID(), request: wanted };
    return this.open.key;
  }

  private async ask(request: BookingRequest, key: string): Promise<string | Problem> {
    const { showId, userId, seatIds } = request;
    try {
      const body = { userId, seatIds: [...seatIds] };
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
    this.open = undefined;
    this.state.set(state);
  }
}

function problemOf(state: AttemptState): Problem | undefined {
  return 'problem' in state ? state.problem : undefined;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
