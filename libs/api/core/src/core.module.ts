import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Channel } from './channel/channel';
import { openChannel } from './channel/open-channel';
import { HealthController } from './http/health.controller';
import { Readiness } from './http/readiness';
import { RouteInterceptor } from './http/route.interceptor';
import { DatabaseIndexes } from './persistence/database-indexes';
import { DatabasePreparation } from './persistence/database-preparation';
import { DatabaseWatchdog } from './persistence/database-watchdog';
import { DatabaseModule } from './persistence/database.module';
import { Viewers } from './live/viewers';
import { openRateLimits } from './rate-limits/open-rate-limits';
import { RateLimitGate } from './rate-limits/rate-limit-gate';
import { RateLimits } from './rate-limits/rate-limits';
import { Redis } from './redis/redis';
import { SharedCache } from './redis/shared-cache';
import { SecurityLog } from './security/security-log';
import { Settings } from './settings';
import { Jobs } from './jobs/jobs';

/** Plumbing for all rooms: the connection, the rounds of the jobs, health. */
@Global()
@Module({
  imports: [DatabaseModule],
  controllers: [HealthController],
  providers: [
    DatabaseIndexes,
    DatabasePreparation,
    DatabaseWatchdog,
    Readiness,
    SecurityLog,
    Jobs,
    Viewers,
    { provide: Redis, inject: [Settings], useFactory: (settings: Settings) => new Redis(settings) },
    SharedCache,
    { provide: Channel, inject: [Settings, Redis], useFactory: openChannel },
    { provide: RateLimits, inject: [Settings, Redis], useFactory: openRateLimits },
    RateLimitGate,
    { provide: APP_INTERCEPTOR, useClass: RouteInterceptor },
  ],
  exports: [
    Channel,
    DatabaseIndexes,
    DatabasePreparation,
    DatabaseWatchdog,
    RateLimits,
    Readiness,
    Redis,
    SecurityLog,
    SharedCache,
    Jobs,
    Viewers,
  ],
})
export class CoreModule {}
