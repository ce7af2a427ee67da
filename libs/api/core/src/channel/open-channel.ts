import cluster from 'node:cluster';
import { Redis } from '../redis/redis';
import { Settings } from '../settings';
import { Channel, NoChannel } from './channel';
import { ProcessChannel } from './process-channel';
import { RedisChannel } from './redis-channel';

/** Through Redis to all processes of the deployment; without it, to those of this machine that one start made. */
export function openChannel({ redisUrl }: Settings, redis: Redis): Channel {
  if (redisUrl !== undefined) return new RedisChannel(redis, redisUrl);
  return cluster.isWorker ? new ProcessChannel() : new NoChannel();
}
