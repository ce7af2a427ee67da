import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, OnModuleInit } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { DomainError } from '@modex/domain';
import { Connection, mongo } from 'mongoose';

/** How often waiting requests check whether any request got an answer, in milliseconds. */
const LOOK_MS = 100;
/** After this long without an answer a database that was quick counts as silent; one that was slow has longer. */
const SILENCE_MS = 1_600;
/** The upper limit for a slow database, in milliseconds. */
const LONGEST_SILENCE_MS = 5_000;
/** While it is silent one request in this time asks it again; the others are refused at once. In milliseconds. */
const TRY_MS = 1_000;
/** How much of its slowness is remembered at each answer. */
const MEMORY = 0.9;

/**
 * Distinguishes a silent database from a slow one. If packets are lost, the driver waits for the timeout of its socket,
 * which must be long enough for a thousand customers who want one seat. But as long as any request of this process gets
 * an answer, the database is alive.
 */
@Injectable()
export class DatabaseWatchdog implements OnModuleInit {
  private answers = 0;
  /** Twice the slowest of the last answers. */
  private expectedMs = 0;
  private isSilent = false;
  private nextTry = 0;
  private readonly waiters = new AsyncLocalStorage<Waiter>();
  private readonly watched = new Set<Waiter>();
  private clock: NodeJS.Timeout | undefined;

  constructor(@InjectConnection() private readonly connection: Connection) {}

  onModuleInit(): void {
    const client = this.connection.getClient();
    client.on('commandSucceeded', ({ duration }) => this.answered(duration));
    client.on('commandFailed', ({ duration, failure }) => {
      if (failure instanceof mongo.MongoServerError) this.answered(duration);
    });
  }

  /**
   * Runs work that waits for the database. If the database falls silent meanwhile, the work goes on by itself, and its
   * outcome can be found later, as after a lost answer; while the database is known to be silent, no work is started.
   * @throws DomainError `storage-unavailable`, within two seconds where the database was quick before
   */
  async whileItAnswers<T>(begin: () => Promise<T>): Promise<T> {
    const now = performance.now();
    if (this.isSilent && now < this.nextTry) throw silent();
    this.nextTry = now + TRY_MS;
    const waiter: Waiter = { elsewhere: 0, seen: this.answers, quiet: 0, giveUp: () => undefined };
    this.watch(waiter);
    try {
      return await new Promise<T>((resolve, reject) => {
        waiter.giveUp = () => reject(silent());
        this.waiters.run(waiter, begin).then(resolve, reject);
      });
    } finally {
      this.watched.delete(waiter);
    }
  }

  /** Marks a part of the work that waits for something else, such as a password's hash: silence is not the database's then. */
  async notWaiting<T>(work: () => Promise<T>): Promise<T> {
    const waiter = this.waiters.getStore();
    if (waiter === undefined) return work();
    waiter.elsewhere++;
    try {
      return await work();
    } finally {
      waiter.elsewhere--;
    }
  }

  /** One clock looks at all who wait; it stops when nobody does. */
  private watch(waiter: Waiter): void {
    this.watched.add(waiter);
    this.clock ??= setInterval(() => this.look(), LOOK_MS);
  }

  /** Counts checks instead of time, so that a process that was asleep itself does not blame the database. */
  private look(): void {
    if (this.watched.size === 0) {
      clearInterval(this.clock);
      this.clock = undefined;
    }
    for (const waiter of this.watched) {
      waiter.quiet = this.answers === waiter.seen && waiter.elsewhere === 0 ? waiter.quiet + 1 : 0;
      waiter.seen = this.answers;
      if (waiter.quiet * LOOK_MS < Math.min(Math.max(SILENCE_MS, this.expectedMs), LONGEST_SILENCE_MS)) continue;
      this.isSilent = true;
      waiter.giveUp();
    }
  }

  private answered(durationMs: number): void {
    this.answers++;
    this.expectedMs = Math.max(2 * durationMs, this.expectedMs * MEMORY);
    this.isSilent = false;
  }
}

/** A waiting request. */
interface Waiter {
  /** The parts of its work that wait for something other than the database. */
  elsewhere: number;
  /** The number of answers at the last look. */
  seen: number;
  /** Looks without a new answer, one after the other. */
  quiet: number;
  giveUp: () => void;
}

function silent(): DomainError {
  const detail = 'The database does not answer at the moment; ask again in a few seconds with the same key.';
  return new DomainError('storage-unavailable', detail, { retryAfter: 2 });
}
