import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiIdempotencyKey, ApiProblems, BodyLimit, IdempotencyKey, IdPipe, RateLimit } from '@modex/api-core';
import { FastifyReply } from 'fastify';
import { BookRequestService } from '../book-request.service';
import { Payments } from '../payments/payments';
import { BookDto } from './book.dto';
import { BookedResponse, toBookedResponse } from './booking.response';

@ApiTags('bookings')
@Access('signed-in')
@Controller('shows/:showId/book')
export class BookController {
  constructor(
    private readonly requests: BookRequestService,
    private readonly payments: Payments,
  ) {}

  /**
   * Books all the seats, or none. Of the buyers who collide one always wins; the others get `seat-taken` with the
   * seat. With an Idempotency-Key a repeated request is never a second booking: it gets the same answer again, marked
   * by the header Idempotency-Replayed. With a hold its seats are booked, when they are those that you name. An anonymous
   * guest sends a name and an e-mail too: without them it is `validation-failed` with both fields.
   */
  @Post()
  @RateLimit('book')
  // Who asks for far too many seats is told so.
  @BodyLimit(64)
  @ApiOperation({ summary: 'Book seats' })
  @ApiIdempotencyKey('booking')
  @ApiProblems('validation-failed', 'malformed-body', 'too-many-seats', 'invalid-idempotency-key')
  @ApiProblems('forbidden', 'unknown-show', 'unknown-seat', 'unknown-user', 'unknown-hold', 'idempotency-key-reused')
  @ApiProblems('hold-open', 'hold-changing', 'hold-changed', 'hold-released')
  @ApiProblems(
    'seat-taken',
    'lone-seat',
    'price-changed',
    'limit-reached',
    'show-not-on-sale',
    'in-progress',
    'booking-expired',
    'storage-unavailable',
  )
  async bookSeats(
    @Param('showId', IdPipe('unknown-show')) showId: string,
    @Body() { userId, holdId, name, email, ...wish }: BookDto,
    @CurrentCaller() caller: Caller,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BookedResponse> {
    const customer = userId === 'me' ? caller.userId : userId.toLowerCase();
    const person = name && email ? { name, email } : undefined;
    const command = { ...wish, showId, userId: customer, idempotencyKey, holdId: holdId?.toLowerCase(), person };
    const { booking, replayed } = await this.requests.book(command, caller);
    void reply.headers(replayed ? { 'Idempotency-Replayed': 'true' } : {});
    return toBookedResponse(booking, this.payments.paymentOf(booking));
  }
}
