import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, ReadyAnswer, ReadyBody, sendReady, Shortcut, unknownThing } from '@modex/api-core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DRAWING_SCHEMA } from '../drawing/drawing-schema';
import { LayoutBytes, PlanLayouts } from '../plan-layouts';
import { PlanLayoutResponse } from './layout.response';
import { VersionPipe } from './version.pipe';

const SCHEMA = new ReadyBody(Buffer.from(JSON.stringify(DRAWING_SCHEMA)));

@ApiTags('plans')
@Access('everyone')
@Controller('plans')
export class PlansController {
  constructor(private readonly layouts: PlanLayouts) {}

  /** The JSON Schema (draft 2020-12) of plans as files, drafts and versions. Its `$id` has the version of the format. */
  @Get('schema.json')
  @ApiOperation({ summary: 'The schema of plans' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async getPlanSchema(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await sendReady(request, reply, { version: DRAWING_SCHEMA.$id, body: () => SCHEMA });
  }

  /**
   * One published version of a plan, all that a seat map needs. It never changes, so it may be kept for ever. The plan of a
   * show of which only the size is known is `plain-<totalSeats>-<seatsPerRow>`, version 1.
   */
  @Get(':planId/versions/:version/layout')
  @ApiOperation({ summary: 'See the layout of a plan' })
  @ApiOkResponse({ type: PlanLayoutResponse })
  @ApiProblems('unknown-plan')
  @Shortcut(PlanLayouts, (layouts, { planId = '', version = '' }) =>
    answerOf(planId, version, layouts.recentBytes(planId, version)),
  )
  async getPlanLayout(
    @Param('planId') planId: string,
    @Param('version', VersionPipe) version: number,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const answer = answerOf(planId, `${version}`, await this.layouts.findBytes(planId, version));
    if (answer === undefined) throw unknownThing('unknown-plan');
    await sendReady(request, reply, answer);
  }
}

function answerOf(planId: string, version: string, bytes: LayoutBytes | undefined): ReadyAnswer | undefined {
  if (bytes === undefined) return undefined;
  const body = ReadyBody.packed(bytes.plain, 'br', bytes.small);
  return { version: `${planId}-${version}`, body: () => body, isForever: true };
}
