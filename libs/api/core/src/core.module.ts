import { Global, Module } from '@nestjs/common';
import { HealthController } from './http/health.controller';
import { DatabaseIndexes } from './persistence/database-indexes';
import { DatabasePulse } from './persistence/database-pulse';
import { DatabaseModule } from './persistence/database.module';
import { Sweeper } from './sweep/sweeper';

/** Plumbing for all rooms: the connection, the sweeper's rounds, health. */
@Global()
@Module({
  imports: [DatabaseModule],
  controllers: [HealthController],
  providers: [DatabaseIndexes, DatabasePulse, Sweeper],
  exports: [DatabaseIndexes, DatabasePulse, Sweeper],
})
export class CoreModule {}
