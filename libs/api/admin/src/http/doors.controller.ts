import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe } from '@modex/api-core';
import { DoorListService, DoorService } from '@modex/api-tickets';
import { AdmitDto, UndoEntryDto } from './doors.dto';
import { AdmissionResponse, DoorListResponse, toAdmissionResponse, toDoorListResponse } from './doors.response';

const ShowId = (): ParameterDecorator => Param('showId', IdPipe('unknown-show'));

@ApiTags('admin')
@Access('ticket.check.any')
@Controller('admin/shows/:showId')
export class DoorsController {
  constructor(
    private readonly doors: DoorService,
    private readonly lists: DoorListService,
  ) {}

  /** Every valid ticket with its seat, its customer and who is in, and the keys that check codes without a network. */
  @Get('door-list')
  @ApiOperation({ summary: 'The list of a door' })
  @ApiProblems('unknown-show')
  async getDoorList(@ShowId() showId: string): Promise<DoorListResponse> {
    return toDoorListResponse(await this.lists.listOf(showId));
  }

  /** Lets somebody in with a ticket: once, at whichever door. */
  @Post('entries')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let somebody in' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-show', 'unknown-ticket')
  @ApiProblems('ticket-elsewhere', 'ticket-void', 'ticket-used')
  async admit(
    @ShowId() showId: string,
    @Body() { bookingId, seatId, door, ...shown }: AdmitDto,
    @CurrentCaller() caller: Caller,
  ): Promise<AdmissionResponse> {
    const ticket = { bookingId: bookingId?.toLowerCase(), seatId: seatId?.toLowerCase() };
    return toAdmissionResponse(await this.doors.admit(showId, { ...shown, ...ticket, door: door ?? null }, caller));
  }

  /** Takes an entry back, when somebody was let in by mistake. Repeating it changes nothing. */
  @Post('entries/undo')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take an entry back' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-show', 'unknown-ticket')
  async undoEntry(
    @ShowId() _showId: string,
    @Body() { bookingId, scanId }: UndoEntryDto,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.doors.undo({ bookingId: bookingId.toLowerCase(), scanId }, caller);
  }
}
