import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, sendReady, Shortcut } from '@modex/api-core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrganiserResponse } from './organiser.response';
import { ReadyOrganiser } from './ready-organiser';

@ApiTags('organiser')
@Access('everyone')
@Controller('organiser')
export class OrganiserController {
  constructor(private readonly organiser: ReadyOrganiser) {}

  /** Who runs the venue, and the links to imprint, privacy and terms. At most ten seconds old. */
  @Get()
  @ApiOperation({ summary: 'See who runs the venue' })
  @ApiOkResponse({ type: OrganiserResponse })
  @Shortcut(ReadyOrganiser, (organiser) => organiser.find())
  async getOrganiser(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await sendReady(request, reply, await this.organiser.read());
  }
}
