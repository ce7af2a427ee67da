import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { BookingListService, ShowCancelService } from '@modex/api-bookings';
import { Access, ApiProblems, BodyLimit, IdPipe, mapPage, PageQuery, Recorded } from '@modex/api-core';
import { ShowSalesService } from '@modex/api-shows';
import { AdminBookingPageResponse, AdminShowResponse, toAdminBookingResponse } from './admin.response';
import { AdminShowAnswers } from './admin-show-answers';
import { CancelShowDto } from './cancel.dto';

const ShowId = (): ParameterDecorator => Param('showId', IdPipe('unknown-show'));

@ApiTags('admin')
@Access('booking.read.any')
@Controller('admin/shows/:showId')
export class AdminShowBookingsController {
  constructor(
    private readonly cancels: ShowCancelService,
    private readonly lists: BookingListService,
    private readonly sales: ShowSalesService,
    private readonly answers: AdminShowAnswers,
  ) {}

  /** Cancels the show and all its bookings; customers see the reason. This cannot be undone. */
  @Access('show.manage.any')
  @Post('cancel')
  @BodyLimit(8)
  @Recorded('show-cancelled')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a show' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-show', 'show-move-refused')
  async cancelShow(
    @ShowId() showId: string,
    @Body() { reason }: CancelShowDto,
    @CurrentCaller() caller: Caller,
  ): Promise<AdminShowResponse> {
    return this.answers.one(await this.sales.of(await this.cancels.cancel(showId, caller, reason)));
  }

  /** What was sold of a show, to whom; latest first. */
  @Get('bookings')
  @ApiOperation({ summary: "A show's bookings" })
  @ApiProblems('unknown-show', 'validation-failed')
  async listShowBookings(@ShowId() showId: string, @Query() query: PageQuery): Promise<AdminBookingPageResponse> {
    return mapPage(await this.lists.listOfShow(showId, query), toAdminBookingResponse);
  }
}
