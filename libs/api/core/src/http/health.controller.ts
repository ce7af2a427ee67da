import { Controller, Get } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { ApiExcludeController } from '@nestjs/swagger';
import { DomainError } from '@modex/domain';
import { Connection } from 'mongoose';
import { Access } from './access';
import { WithoutWatchdog } from './without-watchdog';
import { Readiness } from './readiness';

/** What an orchestrator asks: is the process alive, may it get requests. */
@ApiExcludeController()
@Access('everyone')
@WithoutWatchdog()
@Controller('health')
export class HealthController {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: 'ok' }> {
    if (this.readiness.isLeaving) throw new DomainError('overloaded', 'This instance is closing; ask another one.');
    const answer = await this.connection.db?.command({ ping: 1 }, { timeoutMS: 1_000 });
    if (answer?.['ok'] !== 1) throw new DomainError('storage-unavailable', 'The database does not answer.');
    return { status: 'ok' };
  }
}
