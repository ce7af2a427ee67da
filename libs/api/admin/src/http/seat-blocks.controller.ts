import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, BodyLimit, IdPipe } from '@modex/api-core';
import { SeatBlockService } from '@modex/api-shows';
import { BlockSeatsDto, ReleaseSeatsDto } from './seat-blocks.dto';
import { BlockedSeatsResponse, toBlockedSeatsResponse } from './seat-blocks.response';

const ShowId = (): ParameterDecorator => Param('showId', IdPipe('unknown-show'));

@ApiTags('admin')
@Access('seat.block.any')
@Controller('admin/shows/:showId/seats')
export class SeatBlocksController {
  constructor(private readonly blocks: SeatBlockService) {}

  /** Keeps seats from sale, all or none, while the show has not started. Repeating it changes nothing. */
  @Post('block')
  @BodyLimit(64)
  @HttpCode(200)
  @ApiOperation({ summary: 'Block seats' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-show', 'unknown-seat', 'seat-taken', 'show-move-refused')
  async blockSeats(
    @ShowId() showId: string,
    @Body() wish: BlockSeatsDto,
    @CurrentCaller() { userId: by }: Caller,
  ): Promise<BlockedSeatsResponse> {
    return toBlockedSeatsResponse(await this.blocks.block(showId, { ...wish, by }));
  }

  /** Gives blocked seats back to the sale, whoever blocked them. Repeating it changes nothing. */
  @Post('release')
  @BodyLimit(64)
  @HttpCode(200)
  @ApiOperation({ summary: 'Release blocked seats' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-show', 'unknown-seat', 'show-move-refused')
  async releaseSeats(
    @ShowId() showId: string,
    @Body() { seatIds }: ReleaseSeatsDto,
    @CurrentCaller() { userId: by }: Caller,
  ): Promise<BlockedSeatsResponse> {
    return toBlockedSeatsResponse(await this.blocks.release(showId, { seatIds, by }));
  }
}
