import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems, IdPipe, LargeBody, Whole, WithoutWatchdog } from '@modex/api-core';
import { PlanFilesService } from '@modex/api-plans';
import { LIMITS } from '@modex/domain';
import type { FastifyReply } from 'fastify';
import { ExportQuery, ImportQuery } from './admin-plans.dto';
import { ImportedPlanResponse, toImportedPlan } from './admin-plans.response';
import { fileHeaders } from './file-headers';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('admin')
@Access('plan.manage.any')
@WithoutWatchdog()
@Controller('admin/plans')
export class AdminPlanFilesController {
  constructor(private readonly files: PlanFilesService) {}

  /**
   * A new plan from a file of at most 10 MB, sent as it is. What could not be carried over is listed; a file that is no sound
   * plan is refused with all its problems, and nothing is stored.
   */
  @Post('import')
  @LargeBody({ kilobytes: LIMITS.planFileKb })
  @ApiOperation({ summary: 'Import a plan' })
  @ApiConsumes('application/octet-stream')
  @ApiBody(FILE)
  @ApiProblems('validation-failed', 'malformed-body', 'plan-has-problems')
  async importPlan(
    @Query() { format, name }: ImportQuery,
    @Whole() bytes: Buffer,
    @CurrentCaller() { userId }: Caller,
  ): Promise<ImportedPlanResponse> {
    return toImportedPlan(await this.files.importFile({ format, bytes, name }, userId));
  }

  /**
   * The draft of a plan as a file, or a published version. The header `Plan-Losses` lists what the format cannot carry, as a
   * percent-encoded list in JSON.
   */
  @Get(':planId/export')
  @ApiOperation({ summary: 'Export a plan' })
  @ApiOkResponse({ description: 'The file.', content: { 'application/octet-stream': FILE } })
  @ApiProblems('validation-failed', 'unknown-plan')
  async exportPlan(
    @Param('planId', IdPipe('unknown-plan')) planId: string,
    @Query() { format, version }: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const file = await this.files.exportFile(planId, format, version);
    void reply.headers(fileHeaders(file));
    return file.text;
  }
}
