import type { Pausable } from '../query/ordered';
import type { Store } from '../storage/store';
import { StorageFault } from '../storage/storage-fault';
import { fault } from '../errors';

/** One command on its way. */
export interface Job<T> {
  readonly task: Pausable<T>;
  /** When `maxTimeMS` is over, in milliseconds of `performance.now()`. */
  readonly deadline?: number;
  /** Called once, after the commit of everything the command wrote. */
  readonly done: (outcome: Outcome<T>) => void;
}

export type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** What the scheduler needs of its surroundings. */
export interface SchedulerHooks {
  /** SQLite has rolled back a transaction that several commands shared. */
  readonly rolledBack: () => void;
  /** A commit has failed: nothing may be acknowledged any more. */
  readonly fatal: (error: StorageFault) => void;
}

/** How long one command may run before the others get their turn, and how long a batch may wait for its commit. */
const SLICE_MS = 4;
const BATCH_MS = 16;

/**
 * Runs commands in batches. What arrives in one turn of the event loop shares one transaction and one commit, and
 * replies leave after it: under load many writes cost one flush of the disk. A long command is paused at its next
 * `yield` when its slice is over and goes on in the next batch, so nobody waits for it.
 */
export class Scheduler {
  private queue: Job<unknown>[] = [];
  private isScheduled = false;
  private isStopped = false;
  batches = 0;

  constructor(
    private readonly store: Store,
    private readonly hooks: SchedulerHooks,
  ) {}

  submit<T>(job: Job<T>): void {
    if (this.isStopped) return;
    this.queue.push(job as Job<unknown>);
    this.schedule();
  }

  get pending(): number {
    return this.queue.length;
  }

  /** Nothing is run any more; what is still queued is forgotten. */
  stop(): void {
    this.isStopped = true;
    this.queue = [];
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      if (!this.isStopped) this.runBatch();
      if (!this.isStopped && this.queue.length > 0) this.schedule();
    });
  }

  private runBatch(): void {
    this.batches++;
    const end = performance.now() + BATCH_MS;
    const jobs = this.queue;
    this.queue = [];
    const ran: Ran[] = [];
    for (const job of jobs) {
      if (performance.now() >= end || this.store.isTransactionLost) break;
      ran.push({ job, outcome: runSlice(job) });
    }
    const waiting = jobs.slice(ran.length);
    const outcomes = this.store.isTransactionLost ? this.abort(ran) : this.commit(ran);
    if (!outcomes) return;
    const paused = ran.filter((_, i) => outcomes[i] === undefined).map(({ job }) => job);
    this.queue = [...waiting, ...paused, ...this.queue];
    ran.forEach(({ job }, i) => {
      const outcome = outcomes[i];
      if (outcome) job.done(outcome);
    });
  }

  private commit(ran: readonly Ran[]): (Outcome<unknown> | undefined)[] | undefined {
    try {
      this.store.commit();
      return ran.map(({ outcome }) => outcome);
    } catch (error) {
      this.stop();
      this.hooks.fatal(error as StorageFault);
      return undefined;
    }
  }

  /** Every command of the batch fails as the last one did; a paused one cannot go on from what was undone. */
  private abort(ran: readonly Ran[]): Outcome<unknown>[] {
    this.hooks.rolledBack();
    for (const { job } of ran) job.task.return(undefined);
    const cause = ran.at(-1)?.outcome ?? { error: new StorageFault('io', 'The transaction was lost.') };
    return ran.map(() => cause);
  }
}

/** A job after its turn: undefined when it is paused. */
interface Ran {
  readonly job: Job<unknown>;
  readonly outcome: Outcome<unknown> | undefined;
}

/** Runs a command until it ends or its slice is over; undefined when it is paused. */
function runSlice<T>({ task, deadline }: Job<T>): Outcome<T> | undefined {
  const start = performance.now();
  try {
    for (;;) {
      const step = task.next();
      if (step.done) return { value: step.value };
      const now = performance.now();
      if (deadline !== undefined && now > deadline) return expire(task);
      if (now - start > SLICE_MS) return undefined;
    }
  } catch (error) {
    return { error };
  }
}

function expire<T>(task: Pausable<T>): Outcome<T> {
  task.return(undefined as T);
  return { error: fault('MaxTimeMSExpired', 'operation exceeded time limit') };
}
