import { Injectable, Logger, OnApplicationShutdown } from '@nestjs/common';
import { circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import { Redis as Client, RedisOptions } from 'ioredis';
import { Settings } from '../settings';

/** The most time that a command gets, in milliseconds. */
const COMMAND_MS = 80;
/** After this many failures in a row Redis is left alone. */
const MOST_FAILURES = 3;
/** For how long it is then left alone until one command tries it again, in milliseconds. */
const LEFT_ALONE_MS = 1_000;

/** What all connections share. Nothing waits in a queue for a connection: without one a command fails at once. */
export const CONNECTION: RedisOptions = {
  connectTimeout: 500,
  // A connection that is silent although an answer is due is given up, in milliseconds.
  socketTimeout: 5_000,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  retryStrategy: (attempts) => Math.min(attempts * 100, 1_000),
};

/**
 * The Redis of REDIS_URL, if there is one. Whoever asks it can do without the answer: a command is answered within a tenth
 * of a second, or its answer is missing. After a few failures a circuit breaker lets all commands fail at once, and one
 * command a second tries Redis again.
 */
@Injectable()
export class Redis implements OnApplicationShutdown {
  private readonly logger = new Logger(Redis.name);
  private readonly client: Client | undefined;
  private readonly breaker = circuitBreaker(
    handleWhen((error) => !isForeign(error)),
    { halfOpenAfter: LEFT_ALONE_MS, breaker: new ConsecutiveBreaker(MOST_FAILURES) },
  );
  private isAway = false;
  private discards = 0;

  constructor({ redisUrl }: Pick<Settings, 'redisUrl'>) {
    if (redisUrl === undefined) return;
    this.client = new Client(redisUrl, { ...CONNECTION, commandTimeout: COMMAND_MS });
    // What fails is told by the breaker, once for each outage.
    this.client.on('error', () => undefined);
    this.breaker.onBreak(() => this.tellAway());
    this.breaker.onReset(() => this.tellBack());
  }

  /** How many values were thrown away since nobody here could have written them. */
  get discarded(): number {
    return this.discards;
  }

  /**
   * Sends a command about a key. Never fails and never waits for long.
   * @returns the answer; undefined when Redis is away or late, or the key has something that is not ours
   */
  async ask<T>(key: string, command: (client: Client) => Promise<T>): Promise<T | undefined> {
    const { client } = this;
    // While one command tries whether Redis is back, the others do not wait for the result.
    if (client === undefined || this.breaker.state === CircuitState.HalfOpen) return undefined;
    try {
      return await this.breaker.execute(() => command(client));
    } catch (error) {
      if (isForeign(error)) this.discard(key);
      return undefined;
    }
  }

  /** Throws away what is at a key, since it is not what we write there. */
  discard(key: string): void {
    this.discards++;
    this.logger.warn(`Redis had something at ${key} that is not ours; it was thrown away.`);
    void this.ask(key, (client) => client.unlink(key));
  }

  onApplicationShutdown(): void {
    this.client?.disconnect();
  }

  /** The breaker breaks again with each attempt that fails. */
  private tellAway(): void {
    if (!this.isAway) this.logger.warn('Redis does not answer; going on without it.');
    this.isAway = true;
  }

  private tellBack(): void {
    this.logger.warn('Redis answers again.');
    this.isAway = false;
  }
}

/** Whether Redis refused a command since the value has another type or form: it answers, but the value is not ours. */
export function isForeign(error: unknown): boolean {
  return error instanceof Error && /WRONGTYPE|not an integer|not a valid|smaller than the target/.test(error.message);
}
