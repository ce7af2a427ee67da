import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe, mapPage, PageQuery, WithoutPulse } from '@modex/api-core';
import { AdminService, CreateShowCommand } from '../admin.service';
import {
  AdminBookingPageResponse,
  AdminShowPageResponse,
  AdminShowResponse,
  LayoutResponse,
  toAdminBookingResponse,
  toAdminShowResponse,
  toLayoutResponse,
} from './admin.response';
import { CreateShowDto, LayoutQuery } from './create-show.dto';

const ShowId = (): ParameterDecorator => Param('showId', IdPipe('unknown-show'));

@ApiTags('admin')
@Access('admin')
@Controller('admin/shows')
export class AdminShowsController {
  constructor(private readonly admin: AdminService) {}

  /** Creates the show and all its seats, or nothing. It is on sale at once unless `publish` is false. */
  @Post()
  // Told too early that it failed, an organiser would create it twice.
  @WithoutPulse()
  @ApiOperation({ summary: 'Create a show with its seats' })
  @ApiProblems('validation-failed', 'malformed-body', 'storage-unavailable')
  async createShow(@Body() dto: CreateShowDto): Promise<AdminShowResponse> {
    return toAdminShowResponse(await this.admin.create(toCommand(dto)));
  }

  /** All shows, drafts and cancelled ones too, with how they sell; latest created first. */
  @Get()
  @ApiOperation({ summary: 'All shows' })
  @ApiProblems('validation-failed')
  async listAllShows(@Query() query: PageQuery): Promise<AdminShowPageResponse> {
    return mapPage(await this.admin.list(query), toAdminShowResponse);
  }

  /** The rows that a show would get. Writes nothing. */
  @Get('layout')
  @ApiOperation({ summary: 'Preview a house' })
  @ApiProblems('validation-failed')
  previewLayout(@Query() query: LayoutQuery): LayoutResponse {
    return toLayoutResponse(this.admin.previewLayout(query));
  }

  /** One show with how it sells. */
  @Get(':showId')
  @ApiOperation({ summary: 'See a show and its sales' })
  @ApiProblems('unknown-show')
  async getAdminShow(@ShowId() showId: string): Promise<AdminShowResponse> {
    return toAdminShowResponse(await this.admin.find(showId));
  }

  /** Puts a draft on sale. */
  @Post(':showId/publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish a draft' })
  @ApiProblems('unknown-show', 'show-move-refused')
  async publishShow(@ShowId() showId: string): Promise<AdminShowResponse> {
    return toAdminShowResponse(await this.admin.publish(showId));
  }

  /** Cancels the show and all its bookings. This cannot be undone. */
  @Post(':showId/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a show' })
  @ApiProblems('unknown-show', 'show-move-refused')
  async cancelShow(@ShowId() showId: string, @CurrentCaller() caller: Caller): Promise<AdminShowResponse> {
    return toAdminShowResponse(await this.admin.cancel(showId, caller));
  }

  /** What was sold of a show, to whom; latest first. */
  @Get(':showId/bookings')
  @ApiOperation({ summary: "A show's bookings" })
  @ApiProblems('unknown-show', 'validation-failed')
  async listShowBookings(@ShowId() showId: string, @Query() query: PageQuery): Promise<AdminBookingPageResponse> {
    return mapPage(await this.admin.listBookings(showId, query), toAdminBookingResponse);
  }
}

function toCommand({ publish, startTime, venue, description, ...show }: CreateShowDto): CreateShowCommand {
  return {
    ...show,
    startTime: new Date(startTime),
    venue: venue || null,
    description: description || null,
    status: publish === false ? 'DRAFT' : 'ON_SALE',
  };
}
