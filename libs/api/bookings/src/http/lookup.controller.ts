import { Body, Controller, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, RateLimit } from '@modex/api-core';
import { BookingLookupService } from '../booking-lookup.service';
import { LookupDto } from './lookup.dto';
import { LookupResponse, toLookupResponse } from './lookup.response';

@ApiTags('bookings')
@Access('everyone')
@Controller('bookings/lookup')
export class LookupController {
  constructor(private readonly lookups: BookingLookupService) {}

  /**
   * Opens a booking by the code of its ticket and the e-mail it was made with, on any device. It signs nobody in: `access`
   * is for this booking alone. A wrong code and a wrong e-mail get the same answer.
   */
  @Post()
  @RateLimit('look-up')
  @HttpCode(200)
  @ApiOperation({ summary: 'Look a booking up' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-booking')
  async lookUpBooking(@Body() { code, email }: LookupDto, @Ip() address: string): Promise<LookupResponse> {
    return toLookupResponse(await this.lookups.find(code, email, address));
  }
}
