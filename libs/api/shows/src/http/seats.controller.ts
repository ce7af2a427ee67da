import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, IdPipe, Settings } from '@modex/api-core';
import { SeatMapResponse, SeatMapService } from '@modex/api-seats';
import { ShowService } from '../show.service';

@ApiTags('seats')
@Access('everyone')
@Controller('shows/:showId/seats')
export class SeatsController {
  constructor(
    private readonly shows: ShowService,
    private readonly seatMaps: SeatMapService,
    private readonly settings: Settings,
  ) {}

  /** Every seat of the show with its status. */
  @Get()
  @ApiOperation({ summary: 'See the seat map' })
  @ApiProblems('unknown-show')
  async getSeatMap(@Param('showId', IdPipe('unknown-show')) showId: string): Promise<SeatMapResponse> {
    const show = await this.shows.findPublic(showId);
    const { seats, ...map } = await this.seatMaps.find(show);
    return { ...map, maxSeatsPerBooking: this.settings.maxSeatsPerBooking, seats: [...seats] };
  }
}
