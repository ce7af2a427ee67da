import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe } from '@modex/api-core';
import { FastifyReply } from 'fastify';
import { BookingService } from '../booking.service';
import { BookDto } from './book.dto';
import { BookedResponse, toBookedResponse } from './booking.response';
import { IdempotencyKey } from './idempotency-key';

@ApiTags('bookings')
@Access('customer')
@Controller('shows/:showId/book')
export class BookController {
  constructor(private readonly bookings: BookingService) {}

  /**
   * Books all the seats, or none. Of the buyers who collide one always wins; the others get `seat-taken` with the
   * seat. With an Idempotency-Key a repeated request is never a second booking: it gets the same answer again, marked
   * by the header Idempotency-Replayed.
   */
  @Post()
  @ApiOperation({ summary: 'Book seats' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: '1 to 255 characters, new for each booking; a UUID does well.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  })
  @ApiProblems('validation-failed', 'malformed-body', 'too-many-seats', 'invalid-idempotency-key')
  @ApiProblems('forbidden', 'unknown-show', 'unknown-seat', 'unknown-user', 'idempotency-key-reused')
  @ApiProblems('seat-taken', 'show-not-on-sale', 'in-progress', 'booking-expired', 'storage-unavailable')
  async bookSeats(
    @Param('showId', IdPipe('unknown-show')) showId: string,
    @Body() { seatIds, userId }: BookDto,
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookedResponse> {
    const customer = userId === 'me' ? caller.userId : userId.toLowerCase();
    const command = { showId, seatIds, userId: customer, idempotencyKey };
    const { booking, replayed } = await this.bookings.book(command, caller);
    void reply.headers(replayed ? { 'Idempotency-Replayed': 'true' } : {});
    return toBookedResponse(booking);
  }
}
