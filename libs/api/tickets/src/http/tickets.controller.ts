import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller } from '@modex/api-accounts';
import { CurrentHolder, ForHolders } from '@modex/api-bookings';
import { Access, ApiProblems, IdPipe, RateLimit } from '@modex/api-core';
import { TicketListService } from '../ticket-list.service';
import { ReissueDto } from './tickets.dto';
import { BookingTicketsResponse, toBookingTicketsResponse } from './tickets.response';

const BookingId = (): ParameterDecorator => Param('bookingId', IdPipe('unknown-booking'));

@ApiTags('bookings')
@Access('signed-in')
@Controller('bookings/:bookingId/tickets')
export class TicketsController {
  constructor(private readonly lists: TicketListService) {}

  /** One ticket for each seat of a confirmed booking, each with the code that doors read. */
  @Get()
  @ForHolders()
  @ApiOperation({ summary: 'Tickets of a booking' })
  @ApiProblems('unknown-booking')
  async getTickets(@BookingId() bookingId: string, @CurrentHolder() holder: Caller): Promise<BookingTicketsResponse> {
    return toBookingTicketsResponse(await this.lists.ofBooking(bookingId, holder));
  }

  /** Issues a ticket anew, to pass it on: the one that you see is void at once. */
  @Post(':seatId/reissue')
  @RateLimit('cancel')
  @HttpCode(200)
  @ForHolders()
  @ApiOperation({ summary: 'Issue a ticket anew' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-booking', 'unknown-ticket')
  @ApiProblems('ticket-void', 'ticket-used')
  async reissueTicket(
    @BookingId() bookingId: string,
    @Param('seatId', IdPipe('unknown-ticket')) seatId: string,
    @Body() { issue }: ReissueDto,
    @CurrentHolder() holder: Caller,
  ): Promise<BookingTicketsResponse> {
    return toBookingTicketsResponse(await this.lists.reissue({ bookingId, seatId, issue }, holder));
  }
}
