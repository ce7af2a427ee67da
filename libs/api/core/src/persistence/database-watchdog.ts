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
    let look: NodeJS.Timeout | undefined;
    const waiter: Waiter = { elsewhere: 0 };
    const silence = new Promise<never>((_, reject) => (look = this.watch(waiter, () => reject(silent()))));
    try {
      return await Promise.race([this.waiters.run(waiter, begin), silence]);
    } finally {
      clearInterval(look);
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

  /** Counts checks instead of time, so that a process that was asleep itself does not blame the database. */
  private watch(waiter: Waiter, told: () => void): NodeJS.Timeout {
    let [seen, quiet] = [this.answers, 0];
    return setInterval(() => {
      quiet = this.answers === seen && waiter.elsewhere === 0 ? quiet + 1 : 0;
      seen = this.answers;
      if (quiet * LOOK_MS < Math.min(Math.max(SILENCE_MS, this.expectedMs), LONGEST_SILENCE_MS)) return;
      this.isSilent = true;
      told();
    }, LOOK_MS);
  }

  private answered(durationMs: number): void {
    this.answers++;
    this.expectedMs = Math.max(2 * durationMs, this.expectedMs * MEMORY);
    this.isSilent = false;
  }
}

/** A waiting request; `elsewhere` counts the parts of its work that wait for something other than the database. */
interface Waiter {
  elsewhere: number;
}

function silent(): DomainError {
  const detail = 'The database does not answer at the moment; ask again in a few seconds with the same key.';
  return new DomainError('storage-unavailable', detail, { retryAfter: 2 });
}
