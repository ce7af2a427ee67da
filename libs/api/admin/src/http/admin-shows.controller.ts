import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountService, Caller, CurrentCaller } from '@modex/api-accounts';
import {
  Access,
  ApiIdempotencyKey,
  ApiProblems,
  IdempotencyKey,
  IdPipe,
  LargeBody,
  PageQuery,
  WithoutWatchdog,
} from '@modex/api-core';
import { CreateShowCommand, ShowCreationService, ShowSalesService, ShowService } from '@modex/api-shows';
import { layoutOf } from '@modex/domain';
import { FastifyReply } from 'fastify';
import { AdminShowPageResponse, AdminShowResponse, LayoutResponse, toLayoutResponse } from './admin.response';
import { AdminShowAnswers } from './admin-show-answers';
import { CreateShowDto, LayoutQuery } from './create-show.dto';
import { EditShowDto, toEditCommand } from './edit-show.dto';
import { toShowPrices } from './prices.dto';
import { SHOW_BODY } from './show-details.dto';
import { ShowHistoryResponse, toShowHistoryResponse } from './show-history.response';

const ShowId = (): ParameterDecorator => Param('showId', IdPipe('unknown-show'));

@ApiTags('admin')
@Access('show.manage.any')
@Controller('admin/shows')
export class AdminShowsController {
  constructor(
    private readonly creation: ShowCreationService,
    private readonly shows: ShowService,
    private readonly sales: ShowSalesService,
    private readonly accounts: AccountService,
    private readonly answers: AdminShowAnswers,
  ) {}

  /**
   * Creates the show and all its seats, or nothing. It is on sale at once unless `publish` is false. With an
   * Idempotency-Key a repeated request is never a second show: it gets the show as it is now, marked by the header
   * Idempotency-Replayed.
   */
  @Post()
  @LargeBody(SHOW_BODY)
  // Told too early that it failed, an organiser would create it twice.
  @WithoutWatchdog()
  @ApiOperation({ summary: 'Create a show with its seats' })
  @ApiIdempotencyKey('show')
  @ApiProblems('validation-failed', 'malformed-body', 'invalid-idempotency-key', 'unknown-show', 'unknown-plan')
  @ApiProblems('idempotency-key-reused', 'in-progress', 'storage-unavailable')
  async createShow(
    @Body() dto: CreateShowDto,
    @CurrentCaller() { userId }: Caller,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AdminShowResponse> {
    const key = idempotencyKey === undefined ? undefined : { userId, idempotencyKey };
    const { show, replayed } = await this.creation.create(toCommand(dto), key);
    void reply.headers(replayed ? { 'Idempotency-Replayed': 'true' } : {});
    return this.answers.one(await this.sales.of(show));
  }

  /** All shows, drafts and cancelled ones too, with how they sell; latest created first. */
  @Access('show.read.any')
  @Get()
  @ApiOperation({ summary: 'All shows' })
  @ApiProblems('validation-failed')
  async listAllShows(@Query() query: PageQuery): Promise<AdminShowPageResponse> {
    return this.answers.page(await this.sales.list(query));
  }

  /** The rows that a show would get. Writes nothing. */
  @Get('layout')
  @ApiOperation({ summary: 'Preview a layout' })
  @ApiProblems('validation-failed')
  previewLayout(@Query() query: LayoutQuery): LayoutResponse {
    return toLayoutResponse(layoutOf(query));
  }

  /** One show with how it sells. */
  @Access('show.read.any')
  @Get(':showId')
  @ApiOperation({ summary: 'See a show and its sales' })
  @ApiProblems('unknown-show')
  async getAdminShow(@ShowId() showId: string): Promise<AdminShowResponse> {
    return this.answers.one(await this.sales.find(showId));
  }

  /**
   * Changes a draft, or a show on sale that has not started. Only the fields that are named are changed; customers who
   * booked before see what became of them. Name the `version` that you read: who comes second is told.
   */
  @Patch(':showId')
  @LargeBody(SHOW_BODY)
  @ApiOperation({ summary: 'Edit a show' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-show', 'show-changed', 'show-move-refused')
  async editShow(
    @ShowId() showId: string,
    @Body() dto: EditShowDto,
    @CurrentCaller() { userId }: Caller,
  ): Promise<AdminShowResponse> {
    return this.answers.one(await this.sales.of(await this.shows.edit(showId, toEditCommand(dto, userId))));
  }

  /** Deletes a draft with all its seats. A show that was on sale stays: cancel it. */
  @Delete(':showId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a draft' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems('unknown-show', 'show-move-refused')
  async deleteDraft(@ShowId() showId: string): Promise<void> {
    await this.creation.deleteDraft(showId);
  }

  /** What was changed of the show, by whom; latest first, at most two hundred. */
  @Access('show.read.any')
  @Get(':showId/changes')
  @ApiOperation({ summary: "See a show's changes" })
  @ApiProblems('unknown-show')
  async listShowChanges(@ShowId() showId: string): Promise<ShowHistoryResponse> {
    const changes = await this.shows.findHistory(showId);
    const admins = await this.accounts.findUsers(changes.map(({ by }) => by));
    return toShowHistoryResponse(changes, admins);
  }

  /** Puts a draft on sale that has not started. */
  @Post(':showId/publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish a draft' })
  @ApiProblems('unknown-show', 'show-move-refused')
  async publishShow(@ShowId() showId: string): Promise<AdminShowResponse> {
    return this.answers.one(await this.sales.of(await this.shows.move(showId, 'ON_SALE')));
  }
}

function toCommand(dto: CreateShowDto): CreateShowCommand {
  const { publish, venue, description, houseRules, gettingThere, limitPerCustomer, prices, ...show } = dto;
  return {
    ...show,
    venue: venue || null,
    description: description || null,
    ...(houseRules && { houseRules }),
    ...(gettingThere && { gettingThere }),
    limitPerCustomer: limitPerCustomer ?? null,
    ...(prices && { prices: toShowPrices(prices) }),
    status: publish === false ? 'DRAFT' : 'ON_SALE',
  };
}
