import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountService, Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe, mapPage, WithoutWatchdog } from '@modex/api-core';
import { PlanDraftService, PlanPublicationService, PlanRecord, PlanService } from '@modex/api-plans';
import { CreatePlanDto, DuplicatePlanDto, EditPlanDto, PlansQuery, RevisionDto } from './admin-plans.dto';
import { PlanPageResponse, PlanResponse, toPlanResponse } from './admin-plans.response';

const PlanId = (): ParameterDecorator => Param('planId', IdPipe('unknown-plan'));

@ApiTags('admin')
@Access('plan.manage.any')
@Controller('admin/plans')
export class AdminPlansController {
  constructor(
    private readonly plans: PlanService,
    private readonly drafts: PlanDraftService,
    private readonly publication: PlanPublicationService,
    private readonly accounts: AccountService,
  ) {}

  /** A new plan that begins as a template. */
  @Post()
  @ApiOperation({ summary: 'Create a plan' })
  @ApiProblems('validation-failed')
  async createPlan(@Body() dto: CreatePlanDto, @CurrentCaller() { userId }: Caller): Promise<PlanResponse> {
    const { template = 'blank', name, venue } = dto;
    return this.told(await this.drafts.create(template, { name, venue: venue || null }, userId));
  }

  /** Plans, latest created first; those that are put away only if they are asked for. */
  @Get()
  @ApiOperation({ summary: 'All plans' })
  @ApiProblems('validation-failed')
  async listPlans(@Query() { archived, ...query }: PlansQuery): Promise<PlanPageResponse> {
    const page = await this.plans.list(query, archived === 'only');
    const people = await this.accounts.findUsers(page.items.map(({ editedBy }) => editedBy));
    return mapPage(page, (plan) => toPlanResponse(plan, people));
  }

  /** One plan with its published versions, without its drawings. */
  @Get(':planId')
  @ApiOperation({ summary: 'See a plan' })
  @ApiProblems('unknown-plan')
  async getPlan(@PlanId() planId: string): Promise<PlanResponse> {
    return this.told(await this.plans.find(planId));
  }

  /** Gives the plan another name or venue, or puts it away; only what is named is changed. */
  @Patch(':planId')
  @ApiOperation({ summary: 'Rename a plan, or put it away' })
  @ApiProblems('validation-failed', 'unknown-plan', 'plan-changed')
  async editPlan(
    @PlanId() planId: string,
    @Body() { archived, ...named }: EditPlanDto,
    @CurrentCaller() { userId }: Caller,
  ): Promise<PlanResponse> {
    return this.told(await this.publication.edit(planId, { ...named, archived }, userId));
  }

  /** Deletes a plan that was never published. One that was stays: put it away. */
  @Delete(':planId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a plan' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiProblems('unknown-plan', 'plan-published')
  async deletePlan(@PlanId() planId: string, @CurrentCaller() { userId }: Caller): Promise<void> {
    await this.publication.remove(planId, userId);
  }

  /** A new plan like the draft of this one. */
  @Post(':planId/duplicate')
  @WithoutWatchdog()
  @ApiOperation({ summary: 'Duplicate a plan' })
  @ApiProblems('validation-failed', 'unknown-plan')
  async duplicatePlan(
    @PlanId() planId: string,
    @Body() { name }: DuplicatePlanDto,
    @CurrentCaller() { userId }: Caller,
  ): Promise<PlanResponse> {
    return this.told(await this.drafts.duplicate(planId, name, userId));
  }

  /**
   * Makes the draft the next version, in which shows can be put on; it never changes afterwards. A draft with an error is
   * refused, with all its problems.
   */
  @Post(':planId/publish')
  @HttpCode(200)
  @WithoutWatchdog()
  @ApiOperation({ summary: 'Publish a plan' })
  @ApiProblems('validation-failed', 'unknown-plan', 'plan-changed', 'plan-has-problems')
  async publishPlan(
    @PlanId() planId: string,
    @Body() { revision }: RevisionDto,
    @CurrentCaller() { userId: by }: Caller,
  ): Promise<PlanResponse> {
    return this.told(await this.publication.publish({ planId, revision, by }));
  }

  private async told(plan: PlanRecord): Promise<PlanResponse> {
    return toPlanResponse(plan, await this.accounts.findUsers([plan.editedBy]));
  }
}
