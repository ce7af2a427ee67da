import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { HealthController } from './http/health.controller';
import { Readiness } from './http/readiness';
import { RouteInterceptor } from './http/route.interceptor';
import { DatabaseIndexes } from './persistence/database-indexes';
import { DatabasePreparation } from './persistence/database-preparation';
import { DatabaseWatchdog } from './persistence/database-watchdog';
import { DatabaseModule } from './persistence/database.module';
import { Viewers } from './live/viewers';
import { MemoryRateLimits, NoRateLimits } from './rate-limits/memory-rate-limits';
import { RateLimitGate } from './rate-limits/rate-limit-gate';
import { RateLimits } from './rate-limits/rate-limits';
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
    {
      provide: RateLimits,
      inject: [Settings],
      useFactory: ({ rateLimits }: Settings) => (rateLimits ? new MemoryRateLimits() : new NoRateLimits()),
    },
    RateLimitGate,
    { provide: APP_INTERCEPTOR, useClass: RouteInterceptor },
  ],
  exports: [DatabaseIndexes, DatabasePreparation, DatabaseWatchdog, RateLimits, Readiness, SecurityLog, Jobs, Viewers],
})
export class CoreModule {}
