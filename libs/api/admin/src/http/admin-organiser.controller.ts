import { Body, Controller, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, CurrentCaller } from '@modex/api-accounts';
import { Access, ApiProblems } from '@modex/api-core';
import { OrganiserResponse, OrganiserService, toOrganiserResponse } from '@modex/api-imprint';
import { OrganiserDto, toOrganiserFields } from './organiser.dto';

@ApiTags('admin')
@Access('organiser.manage.any')
@Controller('admin/organiser')
export class AdminOrganiserController {
  constructor(private readonly organisers: OrganiserService) {}

  /** Writes all that is said of the organiser. Name the `version` that you read: who comes second is told. */
  @Put()
  @ApiOperation({ summary: 'Say who runs the venue' })
  @ApiProblems('validation-failed', 'malformed-body', 'organiser-changed')
  async setOrganiser(@Body() dto: OrganiserDto, @CurrentCaller() { userId: by }: Caller): Promise<OrganiserResponse> {
    const { version } = dto;
    return toOrganiserResponse(await this.organisers.replace({ fields: toOrganiserFields(dto), version, by }));
  }
}
