import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { HealthController } from './http/health.controller';
import { PulseInterceptor } from './http/pulse.interceptor';
import { DatabaseIndexes } from './persistence/database-indexes';
import { DatabasePulse } from './persistence/database-pulse';
import { DatabaseModule } from './persistence/database.module';
import { Sweeper } from './sweep/sweeper';

/** Plumbing for all rooms: the connection, the sweeper's rounds, health. */
@Global()
@Module({
  imports: [DatabaseModule],
  controllers: [HealthController],
  providers: [DatabaseIndexes, DatabasePulse, Sweeper, { provide: APP_INTERCEPTOR, useClass: PulseInterceptor }],
  exports: [DatabaseIndexes, DatabasePulse, Sweeper],
})
export class CoreModule {}
