import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { BookingCancelService, BookingListService, BookingSearchService } from '@modex/api-bookings';
import { Access, ApiProblems, BodyLimit, IdPipe, Recorded } from '@modex/api-core';
import { CancelBookingDto } from './cancel.dto';
import { FindBookingsQuery } from './find-bookings.dto';
import {
  FoundBookingPageResponse,
  FoundBookingResponse,
  toFoundBookingPage,
  toFoundBookingResponse,
} from './found-booking.response';

const BookingId = (): ParameterDecorator => Param('bookingId', IdPipe('unknown-booking'));

@ApiTags('admin')
@Access('booking.read.any')
@Controller('admin/bookings')
export class AdminBookingsController {
  constructor(
    private readonly searches: BookingSearchService,
    private readonly lists: BookingListService,
    private readonly cancels: BookingCancelService,
  ) {}

  /** What was sold, by the code, or by the name or the e-mail of the customer; over all shows or one, latest first. */
  @Get()
  @ApiOperation({ summary: 'Find bookings' })
  @ApiProblems('validation-failed')
  async findBookings(@Query() query: FindBookingsQuery): Promise<FoundBookingPageResponse> {
    return toFoundBookingPage(await this.searches.search(query));
  }

  /** One booking in any state, with its show and its customer. */
  @Get(':bookingId')
  @ApiOperation({ summary: "See a customer's booking" })
  @ApiProblems('unknown-booking')
  async getAdminBooking(@BookingId() bookingId: string): Promise<FoundBookingResponse> {
    return toFoundBookingResponse(await this.lists.findSold(bookingId));
  }

  /**
   * Gives seats of a customer's booking back, also after the show has started: those named, or all that it has. With its
   * last seat the booking is cancelled. The customer reads the reason. What was given back before stays so: asking twice
   * is the same as once, and keeps the first reason.
   */
  @Access('booking.cancel.any')
  @Post(':bookingId/cancel')
  // A reason in any writing, with every character escaped, and the most seats that a booking may have.
  @BodyLimit(16)
  @Recorded('booking-cancelled')
  @HttpCode(200)
  @ApiOperation({ summary: "Cancel a customer's booking, or some of its seats" })
  @ApiBody({ type: CancelBookingDto, required: false })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-booking', 'unknown-seat')
  @ApiProblems('booking-not-cancellable', 'ticket-used', 'storage-unavailable')
  async cancelCustomersBooking(
    @BookingId() bookingId: string,
    @Body() dto: CancelBookingDto,
    @CurrentCaller() caller: Caller,
  ): Promise<FoundBookingResponse> {
    await this.cancels.cancel(bookingId, caller, dto);
    return toFoundBookingResponse(await this.lists.findSold(bookingId));
  }
}
