import { Global, Module } from '@nestjs/common';
import { HealthController } from './http/health.controller';
import { DatabaseIndexes } from './persistence/database-indexes';
import { DatabaseModule } from './persistence/database.module';
import { Sweeper } from './sweep/sweeper';

/** Plumbing for all rooms: the connection, the sweeper's rounds, health. */
@Global()
@Module({
  imports: [DatabaseModule],
  controllers: [HealthController],
  providers: [DatabaseIndexes, Sweeper],
  exports: [DatabaseIndexes, Sweeper],
})
export class CoreModule {}
