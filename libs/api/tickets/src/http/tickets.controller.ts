import { Body, Controller, Get, HttpCode, Param, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller } from '@modex/api-accounts';
import { CurrentHolder, ForHolders } from '@modex/api-bookings';
import { Access, ApiProblems, IdPipe, RateLimit } from '@modex/api-core';
import { DomainError } from '@modex/domain';
import type { FastifyReply } from 'fastify';
import { TicketPrinter } from '../pdf/ticket-printer';
import { TicketListService } from '../ticket-list.service';
import { ReissueDto } from './tickets.dto';
import { BookingTicketsResponse, toBookingTicketsResponse } from './tickets.response';

const BookingId = (): ParameterDecorator => Param('bookingId', IdPipe('unknown-booking'));

@ApiTags('bookings')
@Access('signed-in')
@Controller('bookings/:bookingId/tickets')
export class TicketsController {
  constructor(
    private readonly lists: TicketListService,
    private readonly printer: TicketPrinter,
  ) {}

  /** One ticket for each seat of a confirmed booking, each with the code that doors read. */
  @Get()
  @ForHolders()
  @ApiOperation({ summary: 'Tickets of a booking' })
  @ApiProblems('unknown-booking')
  async getTickets(@BookingId() bookingId: string, @CurrentHolder() holder: Caller): Promise<BookingTicketsResponse> {
    return toBookingTicketsResponse(await this.lists.ofBooking(bookingId, holder));
  }

  /** The tickets to print or to keep, one a page (PDF). */
  @Get('pdf')
  @RateLimit('file')
  @ForHolders()
  @ApiOperation({ summary: 'Tickets of a booking as PDF' })
  @ApiOkResponse({
    description: 'The file.',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiProblems('unknown-booking', 'ticket-void', 'overloaded')
  async getTicketsPdf(
    @BookingId() bookingId: string,
    @CurrentHolder() holder: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const booking = await this.lists.ofBooking(bookingId, holder);
    if (booking.tickets.length === 0) {
      throw new DomainError('ticket-void', 'The booking has no valid ticket: it is cancelled or was never confirmed.');
    }
    void reply.header('Content-Disposition', `attachment; filename="modex-${booking.booking.code}.pdf"`);
    return new StreamableFile(await this.printer.print(booking), { type: 'application/pdf' });
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
