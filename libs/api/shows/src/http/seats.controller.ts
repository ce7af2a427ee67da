import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, IdPipe, RateLimit, sendReady, Shortcut } from '@modex/api-core';
import { SeatMapResponse, SeatStatusResponse } from '@modex/api-seats';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SeatAnswers } from './seat-answers';
import { ApiSeatEvents } from './seat-events';
import { SeatStreams } from './seat-streams';

const ShowId = () => Param('showId', IdPipe('unknown-show'));

@ApiTags('seats')
@Access('everyone')
@Controller('shows/:showId/seats')
export class SeatsController {
  constructor(
    private readonly answers: SeatAnswers,
    private readonly streams: SeatStreams,
  ) {}

  /**
   * Every seat of the show with its name and status. At most two seconds old; what this server itself changed is in it at
   * once.
   */
  @Get()
  @ApiOperation({ summary: 'See the seat map' })
  @ApiOkResponse({ type: SeatMapResponse })
  @ApiProblems('unknown-show')
  @Shortcut(SeatAnswers, (answers, { showId = '' }) => answers.recentMap(showId))
  async getSeatMap(@ShowId() showId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await sendReady(request, reply, await this.answers.map(showId));
  }

  /**
   * What changes of the seat map: the statuses of all seats, packed, in the order of the map. At most two seconds old; what
   * this server itself changed is in it at once.
   */
  @Get('status')
  @ApiOperation({ summary: 'See which seats are free' })
  @ApiOkResponse({ type: SeatStatusResponse })
  @ApiProblems('unknown-show')
  @Shortcut(SeatAnswers, (answers, { showId = '' }) => answers.recentStatus(showId))
  async getSeatStatus(@ShowId() showId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await sendReady(request, reply, await this.answers.status(showId));
  }

  /**
   * What changes of the seat map, as it changes. Events: `status` has the statuses of all seats, as the packed status has
   * them, and comes first unless `Last-Event-ID` names a version that this server knows; `changes` has pairs of which seat,
   * by its place in the packed status from 0, and its status as there, at most four times a second; `show` has the status
   * of the show; `alive` has nothing, and comes when nothing else did for fifteen seconds. A client that does not read is
   * dropped; above a number of viewers the answer is 503: ask for the packed status again and again then.
   */
  @Get('events')
  @ApiOperation({ summary: 'Watch the seats' })
  @ApiSeatEvents()
  @ApiProblems('unknown-show')
  @RateLimit('watch')
  async watchSeats(@ShowId() showId: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.streams.open(showId, request, reply);
  }
}
