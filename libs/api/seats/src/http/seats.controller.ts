import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, IdPipe } from '@modex/api-core';
import { SeatMapService } from '../seat-map.service';
import { SeatMapResponse } from './seat-map.response';

@ApiTags('seats')
@Access('everyone')
@Controller('shows/:showId/seats')
export class SeatsController {
  constructor(private readonly seatMaps: SeatMapService) {}

  /** Every seat of the show with its status. */
  @Get()
  @ApiOperation({ summary: 'See the seat map' })
  @ApiProblems('unknown-show')
  async getSeatMap(@Param('showId', IdPipe('unknown-show')) showId: string): Promise<SeatMapResponse> {
    const { seats, ...map } = await this.seatMaps.find(showId);
    return { ...map, seats: [...seats] };
  }
}
