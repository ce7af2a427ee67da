import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, IdPipe, sendReady, Shortcut } from '@modex/api-core';
import { SeatMapResponse, SeatStatusResponse } from '@modex/api-seats';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SeatAnswers } from './seat-answers';

const ShowId = () => Param('showId', IdPipe('unknown-show'));

@ApiTags('seats')
@Access('everyone')
@Controller('shows/:showId/seats')
export class SeatsController {
  constructor(private readonly answers: SeatAnswers) {}

  /** Every seat of the show with its name and status. */
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
}
