import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, IdPipe, queryOf, sendReady, Shortcut } from '@modex/api-core';
import { SeatCounter } from '@modex/api-seats';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ShowService } from '../show.service';
import { ReadyShows } from './ready-shows';
import { ShowSearchQuery } from './show.dto';
import { ShowDetailsResponse, ShowPageResponse, toShowDetailsResponse } from './show.response';

@ApiTags('shows')
@Access('everyone')
@Controller('shows')
export class ShowsController {
  constructor(
    private readonly lists: ReadyShows,
    private readonly shows: ShowService,
    private readonly counter: SeatCounter,
  ) {}

  /** Shows on sale that have not started, soonest first; also those whose sale opens later, or has closed. The list is at most a second old. */
  @Get()
  @ApiOperation({ summary: 'Find shows' })
  @ApiProblems('validation-failed')
  @ApiOkResponse({ type: ShowPageResponse })
  @Shortcut(ReadyShows, (lists, _ids, query) => lists.find(query), { takesQuery: true })
  async findShows(@Query() query: ShowSearchQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await sendReady(request, reply, await this.lists.read(queryOf(request.url), query));
  }

  /** One show, also when it was cancelled or has started. */
  @Get(':showId')
  @ApiOperation({ summary: 'See a show' })
  @ApiProblems('unknown-show')
  async getShow(@Param('showId', IdPipe('unknown-show')) showId: string): Promise<ShowDetailsResponse> {
    const show = await this.shows.findPublic(showId);
    return toShowDetailsResponse(show, await this.counter.count(show));
  }
}
