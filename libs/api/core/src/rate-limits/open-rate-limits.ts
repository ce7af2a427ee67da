import cluster from 'node:cluster';
import { Redis } from '../redis/redis';
import { Settings } from '../settings';
import { memoryRateLimits, NoRateLimits } from './counted-rate-limits';
import { RateLimits } from './rate-limits';
import { processRateLimits, redisRateLimits } from './shared-rate-limits';

/** Counts for as many processes as can be reached: through Redis all, without it those that one start made. */
export function openRateLimits({ rateLimits, redisUrl }: Settings, redis: Redis): RateLimits {
  if (!rateLimits) return new NoRateLimits();
  if (redisUrl !== undefined) return redisRateLimits(redis);
  return cluster.isWorker ? processRateLimits() : memoryRateLimits();
}
