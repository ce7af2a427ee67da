import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { StaffHolds } from '@modex/api-bookings';
import { Access, ApiProblems, IdPipe, mapPage, PageQuery, Recorded } from '@modex/api-core';
import { OpenHoldPageResponse, toOpenHoldResponse } from './open-hold.response';

const ShowId = (): ParameterDecorator => Param('showId', IdPipe('unknown-show'));

@ApiTags('admin')
@Access('booking.read.any')
@Controller('admin/shows/:showId/holds')
export class AdminHoldsController {
  constructor(private readonly holds: StaffHolds) {}

  /** Who keeps which seats of a show while he decides, and until when; latest first. */
  @Get()
  @ApiOperation({ summary: "A show's holds" })
  @ApiProblems('unknown-show', 'validation-failed')
  async listShowHolds(@ShowId() showId: string, @Query() query: PageQuery): Promise<OpenHoldPageResponse> {
    return mapPage(await this.holds.list(showId, query), toOpenHoldResponse);
  }

  /** Gives the seats of a customer's hold back. One that was given back, or is over, is given back: twice is the same as once. */
  @Access('booking.cancel.any')
  @Delete(':holdId')
  @Recorded('hold-ended')
  @HttpCode(204)
  @ApiOperation({ summary: "End a customer's hold" })
  @ApiProblems('unknown-hold', 'hold-confirmed', 'storage-unavailable')
  async endHold(
    @ShowId() showId: string,
    @Param('holdId', IdPipe('unknown-hold')) holdId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.holds.release(showId, holdId, caller);
  }
}
