import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { UncollectedService } from '@modex/api-bookings';
import { Access, ApiProblems, BodyLimit, IdPipe, Recorded } from '@modex/api-core';
import { ReleaseUncollectedDto } from './uncollected.dto';
import { ReleasedBookingsResponse, UncollectedResponse } from './uncollected.response';

const ShowId = (): ParameterDecorator => Param('showId', IdPipe('unknown-show'));

@ApiTags('admin')
@Access('booking.cancel.any')
@Controller('admin/shows/:showId/uncollected')
export class UncollectedController {
  constructor(private readonly uncollected: UncollectedService) {}

  /** Bookings that are to be paid at the counter, of which nothing was paid and nobody was let in. */
  @Get()
  @ApiOperation({ summary: 'What waits at the counter' })
  @ApiProblems('unknown-show')
  async findUncollected(@ShowId() showId: string): Promise<UncollectedResponse> {
    return this.uncollected.of(showId);
  }

  /**
   * Gives back bookings that nobody collected, so that their seats are on sale again: up to 100, then call it again while
   * any are left. What is paid for meanwhile stays. Customers read the reason.
   */
  @Post('release')
  @BodyLimit(8)
  @Recorded('uncollected-released')
  @HttpCode(200)
  @ApiOperation({ summary: 'Release what nobody collected' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-show', 'storage-unavailable')
  async releaseUncollected(
    @ShowId() showId: string,
    @Body() { reason }: ReleaseUncollectedDto,
    @CurrentCaller() { userId: by }: Caller,
  ): Promise<ReleasedBookingsResponse> {
    return this.uncollected.release(showId, { by, reason });
  }
}
