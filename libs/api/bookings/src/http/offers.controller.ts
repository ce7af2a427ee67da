import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, IdPipe, RateLimit } from '@modex/api-core';
import { SeatOffers } from '../holds/seat-offers';
import { OffersQuery } from './offers.dto';
import { OffersResponse, toOffersResponse } from './offers.response';

@ApiTags('holds')
@Access('everyone')
@Controller('shows/:showId/offers')
export class OffersController {
  constructor(private readonly offers: SeatOffers) {}

  /**
   * Up to three groups of free seats, each with what speaks for it. Nothing is kept: hold the seats of one of them, or ask
   * for a hold with its `preference`, which goes on to the next best seats if somebody was faster. At most two seconds old.
   */
  @Get()
  @RateLimit('offers')
  @ApiOperation({ summary: 'See the best free seats' })
  @ApiProblems('validation-failed', 'too-many-seats', 'unknown-show', 'show-not-on-sale')
  async getOffers(
    @Param('showId', IdPipe('unknown-show')) showId: string,
    @Query() wish: OffersQuery,
  ): Promise<OffersResponse> {
    return toOffersResponse(await this.offers.find(showId, wish));
  }
}
