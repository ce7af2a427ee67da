import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe, LargeBody, WithoutWatchdog } from '@modex/api-core';
import { PlanSwitchService, ShowSalesService } from '@modex/api-shows';
import { AdminShowAnswers } from './admin-show-answers';
import { AdminShowResponse } from './admin.response';
import { PlanSwitchDto, PlanSwitchQuery } from './plan-switch.dto';
import { PlanSwitchPreviewResponse, toPlanSwitchPreview } from './plan-switch.response';
import { toShowPrices } from './prices.dto';
import { SHOW_BODY } from './show-details.dto';

const ShowId = (): ParameterDecorator => Param('showId', IdPipe('unknown-show'));

@ApiTags('admin')
@Access('show.manage.any')
@Controller('admin/shows/:showId/plan')
export class PlanSwitchController {
  constructor(
    private readonly switches: PlanSwitchService,
    private readonly sales: ShowSalesService,
    private readonly answers: AdminShowAnswers,
  ) {}

  /** What would become of the seats in a later version of the plan, and which stand in the way. Writes nothing. */
  @Get()
  @ApiOperation({ summary: 'Preview a switch of the plan' })
  @ApiProblems('validation-failed', 'unknown-show', 'unknown-plan')
  async previewPlanSwitch(
    @ShowId() showId: string,
    @Query() { planVersion }: PlanSwitchQuery,
  ): Promise<PlanSwitchPreviewResponse> {
    return toPlanSwitchPreview(await this.switches.preview(showId, planVersion));
  }

  /**
   * Takes a show to a later version of its plan while it is on sale, all of it or nothing. It is refused with the seats that
   * somebody has or holds, or that staff block, and that would vanish or get another name. Repeating it changes nothing.
   */
  @Post()
  @LargeBody(SHOW_BODY)
  @HttpCode(200)
  // A hall of 100,000 places takes longer than a request may.
  @WithoutWatchdog()
  @ApiOperation({ summary: "Switch to a later version of the show's plan" })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-show', 'unknown-plan', 'seat-taken', 'show-changed')
  @ApiProblems('show-move-refused', 'in-progress', 'storage-unavailable')
  async switchPlan(
    @ShowId() showId: string,
    @Body() { prices, ...command }: PlanSwitchDto,
    @CurrentCaller() { userId: by }: Caller,
  ): Promise<AdminShowResponse> {
    const wanted = prices === undefined ? {} : { prices: prices && toShowPrices(prices) };
    return this.answers.one(await this.sales.of(await this.switches.switch(showId, { ...command, ...wanted, by })));
  }
}
