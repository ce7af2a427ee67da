import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ShowBookingsService } from '@modex/api-bookings';
import { Access, ApiProblems, IdPipe } from '@modex/api-core';
import type { FastifyReply } from 'fastify';
import { IsIn } from 'class-validator';
import { attachment } from './file-headers';
import { SALES_ROWS, salesFile, SalesRows } from './sales-file';

/** Which table. */
export class SalesFileQuery {
  /** One row for each seat, also those that were given back, or one for each booking. */
  @IsIn(SALES_ROWS)
  @ApiProperty({ enum: SALES_ROWS, enumName: 'SalesRows' })
  rows: SalesRows;
}

@ApiTags('admin')
@Access('booking.read.any')
@Controller('admin/shows/:showId/sales.csv')
export class SalesFileController {
  constructor(private readonly bookings: ShowBookingsService) {}

  /** What was sold of a show, to whom and for how much, as a table (CSV). */
  @Get()
  @ApiOperation({ summary: "A show's sales as a table" })
  @ApiOkResponse({
    description: 'The file.',
    content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiProblems('validation-failed', 'unknown-show')
  async exportSales(
    @Param('showId', IdPipe('unknown-show')) showId: string,
    @Query() { rows }: SalesFileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sales = await this.bookings.of(showId);
    void reply.header('Content-Disposition', attachment(`${sales.show.title} ${rows}.csv`));
    return new StreamableFile(salesFile(sales, rows), { type: 'text/csv; charset=utf-8' });
  }
}
