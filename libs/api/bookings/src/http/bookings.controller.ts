import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe, mapPage, PageQuery } from '@modex/api-core';
import { BookingListService } from '../booking-list.service';
import { BookingService } from '../booking.service';
import { BookingPageResponse, BookingResponse, toBookingResponse } from './booking.response';

@ApiTags('bookings')
@Access('customer')
@Controller('bookings')
export class BookingsController {
  constructor(
    private readonly bookings: BookingService,
    private readonly lists: BookingListService,
  ) {}

  /** What you bought, latest first. */
  @Get()
  @ApiOperation({ summary: 'My bookings' })
  @ApiProblems('validation-failed')
  async listMyBookings(@CurrentCaller() caller: Caller, @Query() query: PageQuery): Promise<BookingPageResponse> {
    return mapPage(await this.lists.listMine(caller, query), toBookingResponse);
  }

  /** One of your bookings, in any state. */
  @Get(':bookingId')
  @ApiOperation({ summary: 'See a booking' })
  @ApiProblems('unknown-booking')
  async getMyBooking(
    @Param('bookingId', IdPipe('unknown-booking')) bookingId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<BookingResponse> {
    return toBookingResponse(await this.lists.findMine(bookingId, caller));
  }

  /** Gives all seats of the booking back; cancelling twice is the same as once. */
  @Post(':bookingId/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a booking' })
  @ApiProblems('unknown-booking', 'booking-not-cancellable', 'storage-unavailable')
  async cancelBooking(
    @Param('bookingId', IdPipe('unknown-booking')) bookingId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<BookingResponse> {
    const cancelled = await this.bookings.cancel(bookingId, caller);
    return toBookingResponse(await this.lists.describe(cancelled));
  }
}
