import { Redis as Client } from 'ioredis';
import { RateLimiterCluster, RateLimiterRedis } from 'rate-limiter-flexible';
import { Redis } from '../redis/redis';
import { CountedRateLimits, memoryRateLimits } from './counted-rate-limits';
import { Allowance, RateLimitPolicy, RateLimits } from './rate-limits';

/** The number is that of the format of the counts. */
const PREFIX = 'modex:1:limit:';
/** How long the first process of a machine, which is rarely busy, gets for its answer; in milliseconds. */
const ANSWER_MS = 1_000;

/** Asks the counts of all processes; undefined when they do not answer. */
type Ask = <T>(key: string, work: (shared: RateLimits) => Promise<T>) => Promise<T | undefined>;

/**
 * Counts in this process and where all processes count. While that does not answer, or answers only some, the limit still
 * holds for each process: what this one let in before is part of its own count.
 */
export class SharedRateLimits extends RateLimits {
  private readonly own = memoryRateLimits();

  constructor(private readonly ask: Ask) {
    super();
  }

  async take(policy: RateLimitPolicy, key: string): Promise<Allowance> {
    const own = await this.own.take(policy, key);
    if (!own.allowed) return own;
    return (await this.ask(nameOf(policy, key), (limits) => limits.take(policy, key))) ?? own;
  }

  async giveBack(policy: RateLimitPolicy, key: string): Promise<void> {
    await this.own.giveBack(policy, key);
    await this.ask(nameOf(policy, key), (limits) => limits.giveBack(policy, key));
  }
}

/** Counts in Redis, for all processes of the deployment. */
export function redisRateLimits(redis: Redis): RateLimits {
  let limits: RateLimits | undefined;
  return new SharedRateLimits((key, work) => redis.ask(key, (client) => work((limits ??= limitsIn(client)))));
}

/** Counts in the first of the processes that one start made, for all of them. */
export function processRateLimits(): RateLimits {
  const limits = new CountedRateLimits((options) => new RateLimiterCluster({ ...options, timeoutMs: ANSWER_MS }));
  return new SharedRateLimits(async (_, work) => work(limits).catch(() => undefined));
}

function limitsIn(client: Client): RateLimits {
  return new CountedRateLimits(
    ({ keyPrefix, ...options }) =>
      new RateLimiterRedis({
        ...options,
        keyPrefix: `${PREFIX}${keyPrefix}`,
        storeClient: client,
        rejectIfRedisNotReady: true,
      }),
  );
}

function nameOf({ name }: RateLimitPolicy, key: string): string {
  return `${PREFIX}${name}:${key}`;
}
