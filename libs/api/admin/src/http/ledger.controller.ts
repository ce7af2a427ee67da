import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LedgerService } from '@modex/api-audit';
import { Access, ApiProblems, IdPipe } from '@modex/api-core';
import { MomentQuery } from './ledger.dto';
import { PastSeatMapResponse, SeatHistoryResponse, toSeatHistoryResponse } from './ledger.response';

@ApiTags('admin')
@Access('ledger.read.any')
@Controller('admin/shows/:showId/seats')
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  /** The seat map as it was sold at a moment, also long ago. */
  @Get('at')
  @ApiOperation({ summary: 'See a past seat map' })
  @ApiProblems('unknown-show', 'validation-failed')
  async getSeatMapAt(
    @Param('showId', IdPipe('unknown-show')) showId: string,
    @Query() { time }: MomentQuery,
  ): Promise<PastSeatMapResponse> {
    const seats = await this.ledger.mapAt(showId, time);
    return { showId, time: time.toISOString(), seats: [...seats] };
  }

  /** What happened to a seat: by which booking, when, by whom; oldest first. */
  @Get(':seatId/history')
  @ApiOperation({ summary: "See a seat's history" })
  @ApiProblems('unknown-show', 'unknown-seat')
  async getSeatHistory(
    @Param('showId', IdPipe('unknown-show')) showId: string,
    @Param('seatId', IdPipe('unknown-seat')) seatId: string,
  ): Promise<SeatHistoryResponse> {
    return toSeatHistoryResponse(await this.ledger.history(showId, seatId));
  }
}
