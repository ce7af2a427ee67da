import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe, mapPage, RateLimit, Recorded } from '@modex/api-core';
import { FastifyReply } from 'fastify';
import { writeCalendar } from '../booking-calendar';
import { BookingCancelService } from '../booking-cancel.service';
import { BookingListService } from '../booking-list.service';
import { ForHolders } from '../holder/for-holders';
import { CurrentHolder } from '../holder/holder.guard';
import { BookingPageResponse, BookingResponse, toBookingResponse } from './booking.response';
import { CancelDto } from './cancel.dto';
import { MyBookingsQuery } from './my-bookings.dto';

@ApiTags('bookings')
@Access('signed-in')
@Controller('bookings')
export class BookingsController {
  constructor(
    private readonly cancels: BookingCancelService,
    private readonly lists: BookingListService,
  ) {}

  /** What you bought: all of it, what is to come, or what is over. */
  @Get()
  @ApiOperation({ summary: 'My bookings' })
  @ApiProblems('validation-failed')
  async listMyBookings(@CurrentCaller() caller: Caller, @Query() query: MyBookingsQuery): Promise<BookingPageResponse> {
    return mapPage(await this.lists.listMine(caller, query), toBookingResponse);
  }

  /** One of your bookings, in any state. */
  @Get(':bookingId')
  @ForHolders()
  @ApiOperation({ summary: 'See a booking' })
  @ApiProblems('unknown-booking')
  async getMyBooking(
    @Param('bookingId', IdPipe('unknown-booking')) bookingId: string,
    @CurrentHolder() holder: Caller,
  ): Promise<BookingResponse> {
    return toBookingResponse(await this.lists.findMine(bookingId, holder));
  }

  /** The show as a file for calendars (iCalendar, RFC 5545), with the seats and the code. */
  @Get(':bookingId/calendar')
  @ForHolders()
  @ApiOperation({ summary: 'Calendar file of a booking' })
  @ApiOkResponse({ description: 'An iCalendar file.', content: { 'text/calendar': { schema: { type: 'string' } } } })
  @ApiProblems('unknown-booking')
  async getBookingCalendar(
    @Param('bookingId', IdPipe('unknown-booking')) bookingId: string,
    @CurrentHolder() holder: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const details = await this.lists.findMine(bookingId, holder);
    void reply.type('text/calendar; charset=utf-8');
    void reply.header('Content-Disposition', `attachment; filename="modex-${details.booking.code}.ics"`);
    return writeCalendar(details);
  }

  /**
   * Gives seats of the booking back: those named, or all that it has. With its last seat the booking is cancelled. What
   * was given back before stays so: asking twice is the same as once.
   */
  @Post(':bookingId/cancel')
  @RateLimit('cancel')
  @Recorded('booking-cancelled')
  @HttpCode(200)
  @ForHolders()
  @ApiOperation({ summary: 'Cancel a booking, or some of its seats' })
  @ApiBody({ type: CancelDto, required: false })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-booking', 'unknown-seat')
  @ApiProblems('booking-not-cancellable', 'ticket-used', 'storage-unavailable')
  async cancelBooking(
    @Param('bookingId', IdPipe('unknown-booking')) bookingId: string,
    @Body() { seatIds }: CancelDto,
    @CurrentHolder() holder: Caller,
  ): Promise<BookingResponse> {
    const cancelled = await this.cancels.cancel(bookingId, holder, { seatIds });
    return toBookingResponse(await this.lists.describe(cancelled));
  }
}
