import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountService, Caller, CurrentCaller } from '@modex/api-accounts';
import { BookingListService, TillService } from '@modex/api-bookings';
import { Access, ApiProblems, IdPipe, invalid } from '@modex/api-core';
import { FoundBookingResponse, toFoundBookingResponse } from './found-booking.response';
import { CashUpQuery, TakeMoneyDto } from './till.dto';
import { CashUpResponse, toCashUpResponse } from './till.response';

const LONGEST_MS = 400 * 86_400_000;

@ApiTags('admin')
@Access('money.take.any')
@Controller('admin')
export class TillController {
  constructor(
    private readonly tills: TillService,
    private readonly lists: BookingListService,
    private readonly accounts: AccountService,
  ) {}

  /** Takes money for a booking at the counter, or gives it back: no more than is owed. */
  @Post('bookings/:bookingId/receipts')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take money for a booking' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-booking', 'payment-refused')
  async takeMoney(
    @Param('bookingId', IdPipe('unknown-booking')) bookingId: string,
    @Body() { receiptId: id, amount, currency, means }: TakeMoneyDto,
    @CurrentCaller() { userId: by }: Caller,
  ): Promise<FoundBookingResponse> {
    await this.tills.take(bookingId, { id, means, by, money: { amount, currency } });
    return toFoundBookingResponse(await this.lists.findSold(bookingId));
  }

  /** What each member of staff took in each way, to be compared with what is in the drawers. */
  @Get('cash-up')
  @Access('money.read.any')
  @ApiOperation({ summary: 'What the counters took' })
  @ApiProblems('validation-failed')
  async cashUp(@Query() { from, to }: CashUpQuery): Promise<CashUpResponse> {
    const length = to.getTime() - from.getTime();
    if (length <= 0 || length > LONGEST_MS) {
      throw invalid([{ field: 'to', message: 'must be later than from, and at most 400 days later' }]);
    }
    const sums = await this.tills.cashUp({ from, to });
    return toCashUpResponse(sums, await this.accounts.findUsers(sums.map(({ by }) => by)));
  }
}
