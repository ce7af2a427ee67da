import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller, CurrentVisitor, Visitor } from '@modex/api-accounts';
import { Access, ApiProblems, BodyLimit, IdPipe, RateLimit } from '@modex/api-core';
import { FastifyReply } from 'fastify';
import { CustomerHolds } from '../holds/customer-holds';
import { HoldOrigins } from '../holds/hold-origins';
import { HoldRequestService } from '../holds/hold-request.service';
import { OpenHold } from '../holds/open-hold.service';
import { Payments } from '../payments/payments';
import { HoldDto } from './hold.dto';
import { HoldResponse, OpenHoldResponse, toHoldResponse } from './hold.response';

const ShowId = (): ParameterDecorator => Param('showId', IdPipe('unknown-show'));
const HoldId = (): ParameterDecorator => Param('holdId', IdPipe('unknown-hold'));

@ApiTags('holds')
@Access('signed-in')
@Controller('shows/:showId/holds')
export class HoldsController {
  constructor(
    private readonly making: HoldRequestService,
    private readonly holds: CustomerHolds,
    private readonly open: OpenHold,
    private readonly origins: HoldOrigins,
    private readonly payments: Payments,
  ) {}

  /**
   * Keeps all the seats for you, or none, until you book them, give them back, or the time is over. Either you name the
   * seats, or you say how many you want and get the best ones that are free: side by side in one row, otherwise in two rows,
   * one behind the other. If there are not so many, `not-enough-seats` says how many there are. You have one hold of a show:
   * asking again for the same seats, or for as many, answers the same hold (200); for others it is `hold-open` with that hold.
   */
  @Post()
  @RateLimit('hold')
  // Who asks for far too many seats is told so.
  @BodyLimit(64)
  @ApiOperation({ summary: 'Hold seats, or the best available' })
  @ApiProblems('validation-failed', 'malformed-body', 'too-many-seats', 'unknown-show', 'unknown-seat')
  @ApiProblems('seat-taken', 'not-enough-seats', 'lone-seat', 'limit-reached', 'hold-open', 'hold-paused')
  @ApiProblems('show-not-on-sale', 'in-progress', 'booking-expired', 'too-many-holds', 'storage-unavailable')
  async holdSeats(
    @ShowId() showId: string,
    @Body() wanted: HoldDto,
    @CurrentCaller() caller: Caller,
    @CurrentVisitor() { address }: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HoldResponse> {
    const origin = this.origins.of(caller, address);
    const { hold, replayed } = await this.making.hold({ showId, origin, ...wanted }, caller);
    void reply.status(replayed ? 200 : 201);
    return toHoldResponse(
      replayed ? await this.holds.find({ showId, holdId: hold.id }, caller) : await this.holds.justWritten(hold),
      this.payments,
    );
  }

  /** The hold that you have in this show now, on whichever page you made it; null without one. */
  @Get()
  @ApiOperation({ summary: 'See what I hold' })
  @ApiProblems('unknown-show')
  async getOpenHold(@ShowId() showId: string, @CurrentCaller() caller: Caller): Promise<OpenHoldResponse> {
    const found = await this.open.find(showId, caller);
    return { hold: found === undefined ? null : toHoldResponse(found, this.payments) };
  }

  /** Your hold, in any state. */
  @Get(':holdId')
  @ApiOperation({ summary: 'See a hold' })
  @ApiProblems('unknown-show', 'unknown-hold')
  async getHold(
    @ShowId() showId: string,
    @HoldId() holdId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<HoldResponse> {
    return toHoldResponse(await this.holds.find({ showId, holdId }, caller), this.payments);
  }

  /**
   * The hold is to have exactly these seats: it gets the new ones and gives back the others, or stays as it was and names
   * the seat that was gone. Or it is to have so many of the best ones; those that it has count as free. How long it lasts does
   * not change.
   */
  @Put(':holdId')
  @RateLimit('hold')
  @BodyLimit(64)
  @ApiOperation({ summary: 'Change a hold to exactly these seats, or to the best available' })
  @ApiProblems('validation-failed', 'malformed-body', 'too-many-seats', 'unknown-show', 'unknown-hold', 'unknown-seat')
  @ApiProblems(
    'seat-taken',
    'not-enough-seats',
    'lone-seat',
    'limit-reached',
    'hold-changing',
    'hold-released',
    'hold-confirmed',
    'show-not-on-sale',
  )
  @ApiProblems('in-progress', 'booking-expired', 'storage-unavailable')
  async changeHold(
    @ShowId() showId: string,
    @HoldId() holdId: string,
    @Body() wanted: HoldDto,
    @CurrentCaller() caller: Caller,
  ): Promise<HoldResponse> {
    return toHoldResponse(await this.making.change({ showId, holdId, ...wanted }, caller), this.payments);
  }

  /** The seats are kept as long from now on as a new hold would keep them, and never beyond the longest life of a hold. */
  @Post(':holdId/extend')
  @RateLimit('hold')
  @HttpCode(200)
  @ApiOperation({ summary: 'Keep the seats longer' })
  @ApiProblems('unknown-show', 'unknown-hold', 'hold-released', 'hold-confirmed', 'booking-expired')
  @ApiProblems('storage-unavailable')
  async extendHold(
    @ShowId() showId: string,
    @HoldId() holdId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<HoldResponse> {
    return toHoldResponse(await this.holds.extend({ showId, holdId }, caller), this.payments);
  }

  /** Gives all its seats back. One that was given back, or whose time is over, is given back: twice is the same as once. */
  @Delete(':holdId')
  @RateLimit('hold')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give a hold back' })
  @ApiProblems('unknown-show', 'unknown-hold', 'hold-confirmed', 'storage-unavailable')
  async releaseHold(
    @ShowId() showId: string,
    @HoldId() holdId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.holds.release({ showId, holdId }, caller);
  }
}
