import { Global, Module } from '@nestjs/common';
import { HealthController } from './http/health.controller';
import { DatabaseModule } from './persistence/database.module';
import { Sweeper } from './sweep/sweeper';

/** Plumbing for all rooms: the connection, the sweeper's rounds, health. */
@Global()
@Module({
  imports: [DatabaseModule],
  controllers: [HealthController],
  providers: [Sweeper],
  exports: [Sweeper],
})
export class CoreModule {}
