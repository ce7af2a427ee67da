import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { HealthController } from './http/health.controller';
import { WatchdogInterceptor } from './http/watchdog.interceptor';
import { Readiness } from './http/readiness';
import { DatabaseIndexes } from './persistence/database-indexes';
import { DatabasePreparation } from './persistence/database-preparation';
import { DatabaseWatchdog } from './persistence/database-watchdog';
import { DatabaseModule } from './persistence/database.module';
import { Viewers } from './live/viewers';
import { MemoryRateLimits, NoRateLimits } from './rate-limits/memory-rate-limits';
import { RateLimitInterceptor } from './rate-limits/rate-limit.interceptor';
import { RateLimits } from './rate-limits/rate-limits';
import { RecordedInterceptor } from './security/recorded.interceptor';
import { SecurityLog } from './security/security-log';
import { Settings } from './settings';
import { ShapeInterceptor } from './shape/shape.interceptor';
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
    {
      provide: RateLimits,
      inject: [Settings],
      useFactory: ({ rateLimits }: Settings) => (rateLimits ? new MemoryRateLimits() : new NoRateLimits()),
    },
    { provide: APP_INTERCEPTOR, useClass: RateLimitInterceptor },
    { provide: APP_INTERCEPTOR, useClass: RecordedInterceptor },
    { provide: APP_INTERCEPTOR, useClass: ShapeInterceptor },
    { provide: APP_INTERCEPTOR, useClass: WatchdogInterceptor },
  ],
  exports: [DatabaseIndexes, DatabasePreparation, DatabaseWatchdog, RateLimits, Readiness, SecurityLog, Jobs, Viewers],
})
export class CoreModule {}
