import { RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Allowance, RateLimitPolicy, RateLimits } from './rate-limits';

/** What a limiter of the library needs for a policy. */
interface LimiterOptions {
  readonly keyPrefix: string;
  readonly points: number;
  readonly duration: number;
}

/** Counts with the limiters of a library, one for each policy. A count ends with its window. */
export class CountedRateLimits extends RateLimits {
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  /** @param make where the counts of a policy are stored */
  constructor(private readonly make: (options: LimiterOptions) => RateLimiterAbstract) {
    super();
  }

  async take(policy: RateLimitPolicy, key: string): Promise<Allowance> {
    try {
      return toAllowance(true, await this.limiterOf(policy).consume(key));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return toAllowance(false, refusal);
    }
  }

  async giveBack(policy: RateLimitPolicy, key: string): Promise<void> {
    await this.limiterOf(policy).reward(key);
  }

  private limiterOf({ name, points, seconds }: RateLimitPolicy): RateLimiterAbstract {
    const known = this.limiters.get(name);
    if (known !== undefined) return known;
    const limiter = this.make({ keyPrefix: name, points, duration: seconds });
    this.limiters.set(name, limiter);
    return limiter;
  }
}

/** Counts in this process. */
export function memoryRateLimits(): RateLimits {
  return new CountedRateLimits((options) => new RateLimiterMemory(options));
}

/** Counts nothing and allows everything, for load tests. */
export class NoRateLimits extends RateLimits {
  async take({ points, seconds }: RateLimitPolicy): Promise<Allowance> {
    return { allowed: true, remaining: points, resetSeconds: seconds };
  }

  async giveBack(): Promise<void> {
    // Nothing was counted.
  }
}

function toAllowance(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Allowance {
  return {
    allowed,
    remaining: Math.max(0, remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  };
}
