import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountService } from '@modex/api-accounts';
import { ActivityLog } from '@modex/api-activity';
import { Access, ApiProblems, pageOf, pageRequest } from '@modex/api-core';
import { ActivityQuery } from './activity.dto';
import { ActivityPageResponse, toActivityPage } from './activity.response';

@ApiTags('admin')
@Access('activity.read.any')
@Controller('admin/activity')
export class ActivityController {
  constructor(
    private readonly log: ActivityLog,
    private readonly accounts: AccountService,
  ) {}

  /** What staff did to bookings of others, before and after, to plans and to seats; of all or of one booking, latest first. */
  @Get()
  @ApiOperation({ summary: 'See what staff did' })
  @ApiProblems('validation-failed')
  async listActivity(@Query() { bookingId, ...query }: ActivityQuery): Promise<ActivityPageResponse> {
    const request = pageRequest(query);
    const page = pageOf(await this.log.list(request, bookingId), request.limit, ({ at: time, id }) => ({ time, id }));
    return toActivityPage(page, await this.accounts.findUsers(page.items.map(({ by }) => by)));
  }
}
