import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, IdPipe, mapPage } from '@modex/api-core';
import { SeatCounter } from '@modex/api-seats';
import { ShowService } from '../show.service';
import { ShowSearchQuery } from './show.dto';
import { ShowPageResponse, ShowResponse, toShowResponse } from './show.response';

@ApiTags('shows')
@Access('everyone')
@Controller('shows')
export class ShowsController {
  constructor(
    private readonly shows: ShowService,
    private readonly counter: SeatCounter,
  ) {}

  /** Shows on sale that have not started, soonest first. */
  @Get()
  @ApiOperation({ summary: 'Find shows' })
  @ApiProblems('validation-failed')
  async findShows(@Query() { q, from, to, ...page }: ShowSearchQuery): Promise<ShowPageResponse> {
    const found = await this.shows.search({ text: q, from, to }, page);
    const counts = await this.counter.countByShow(found.items);
    return mapPage(found, (show) => toShowResponse(show, counts.get(show.id)));
  }

  /** One show, also when it was cancelled or has started. */
  @Get(':showId')
  @ApiOperation({ summary: 'See a show' })
  @ApiProblems('unknown-show')
  async getShow(@Param('showId', IdPipe('unknown-show')) showId: string): Promise<ShowResponse> {
    const show = await this.shows.findPublic(showId);
    return toShowResponse(show, await this.counter.count(show));
  }
}
