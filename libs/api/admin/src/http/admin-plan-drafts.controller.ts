import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AccountService, Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe, LargeBody, Whole, WithoutWatchdog } from '@modex/api-core';
import { PlanDraftService, PlanService, readChanges } from '@modex/api-plans';
import { LIMITS } from '@modex/domain';
import { ChangeDraftDto, SaveDraftDto } from './admin-plans.dto';
import {
  DraftResponse,
  PlanProblemsResponse,
  SavedDraftResponse,
  toDraftResponse,
  toPlanProblems,
  toSavedDraft,
} from './admin-plans.response';

const PlanId = (): ParameterDecorator => Param('planId', IdPipe('unknown-plan'));

@ApiTags('admin')
@Access('plan.manage.any')
@WithoutWatchdog()
@Controller('admin/plans/:planId')
export class AdminPlanDraftsController {
  constructor(
    private readonly plans: PlanService,
    private readonly drafts: PlanDraftService,
    private readonly accounts: AccountService,
  ) {}

  /** The draft of a plan with its drawing, and with what is wrong with it. */
  @Get('draft')
  @ApiOperation({ summary: "See a plan's draft" })
  @ApiProblems('unknown-plan')
  async getDraft(@PlanId() planId: string): Promise<DraftResponse> {
    const draft = await this.plans.judgeDraft(planId);
    return toDraftResponse(draft, await this.accounts.findUsers([draft.plan.editedBy]));
  }

  /** Saves a whole drawing as the draft. What is wrong with it is told, and it is saved, as long as it has the shape of a drawing. */
  @Put('draft')
  @LargeBody({ kilobytes: LIMITS.planDrawingKb, whole: 'drawing' })
  @ApiOperation({ summary: "Save a plan's draft" })
  @ApiProblems('validation-failed', 'unknown-plan', 'plan-changed', 'plan-has-problems')
  async saveDraft(
    @PlanId() planId: string,
    @Body() { revision }: SaveDraftDto,
    @Whole() drawing: unknown,
    @CurrentCaller() { userId: by }: Caller,
  ): Promise<SavedDraftResponse> {
    return toSavedDraft(await this.drafts.save({ planId, revision, by }, drawing));
  }

  /** Saves changes of the draft, carried out in their order, all or none of them. */
  @Patch('draft')
  @LargeBody({ kilobytes: LIMITS.planDrawingKb, whole: 'changes' })
  @ApiOperation({ summary: "Change a plan's draft" })
  @ApiProblems('validation-failed', 'unknown-plan', 'plan-changed', 'plan-has-problems')
  async changeDraft(
    @PlanId() planId: string,
    @Body() { revision }: ChangeDraftDto,
    @Whole() changes: unknown,
    @CurrentCaller() { userId: by }: Caller,
  ): Promise<SavedDraftResponse> {
    return toSavedDraft(await this.drafts.change({ planId, revision, by }, readChanges(changes)));
  }

  /** What is wrong with the draft of a plan. */
  @Get('problems')
  @ApiOperation({ summary: "See a plan's problems" })
  @ApiProblems('unknown-plan')
  async listPlanProblems(@PlanId() planId: string): Promise<PlanProblemsResponse> {
    return toPlanProblems(await this.plans.judgeDraft(planId));
  }
}
