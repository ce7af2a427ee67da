import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditService } from '@modex/api-audit';
import { Access } from '@modex/api-core';
import { AuditResponse, toAuditResponse } from './audit.response';

@ApiTags('admin')
@Access('audit.read.any')
@Controller('admin/audit')
export class AuditController {
  constructor(private readonly audits: AuditService) {}

  /** The rules of the booking protocol, counted over the live database: the last report, and whether one is running. */
  @Get()
  @ApiOperation({ summary: 'See the audit' })
  async getAudit(): Promise<AuditResponse> {
    return toAuditResponse(await this.audits.findState());
  }

  /** Begins an audit unless one is running; look at it with GET. It locks nothing. */
  @Access('audit.run.any')
  @Post('run')
  @HttpCode(202)
  @ApiOperation({ summary: 'Audit now' })
  @ApiAcceptedResponse({ type: AuditResponse, description: 'An audit is running.' })
  async runAudit(): Promise<AuditResponse> {
    return toAuditResponse(await this.audits.runNow());
  }
}
