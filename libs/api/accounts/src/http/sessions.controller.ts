import { Controller, Delete, Get, HttpCode, Param, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, IdPipe } from '@modex/api-core';
import { FastifyReply } from 'fastify';
import { OwnSessions, SessionInUse } from '../session/own-sessions.service';
import { CurrentSession } from './caller';
import { EndSessionsQuery } from './sessions.dto';
import { OwnSessionsResponse, toOwnSessionResponse } from './session.response';
import { SessionAnswer } from './session-answer';

@ApiTags('accounts')
@Access('signed-in')
@Controller('auth/sessions')
export class SessionsController {
  constructor(
    private readonly own: OwnSessions,
    private readonly answer: SessionAnswer,
  ) {}

  /** Every browser and program that is signed in to the account. */
  @Get()
  @ApiOperation({ summary: 'Where am I signed in' })
  async listSessions(@CurrentSession() session: SessionInUse): Promise<OwnSessionsResponse> {
    return { items: (await this.own.list(session)).map(toOwnSessionResponse) };
  }

  /** Signs out one of them; its token is worthless from now on. */
  @Delete(':sessionId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out elsewhere' })
  @ApiNoContentResponse({ description: 'Signed out there.' })
  @ApiProblems('unknown-session')
  async endSession(
    @CurrentSession() session: SessionInUse,
    @Param('sessionId', IdPipe('unknown-session')) sessionId: string,
  ): Promise<void> {
    await this.own.end(session, sessionId);
  }

  /** Signs out everywhere else, or everywhere. */
  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere' })
  @ApiNoContentResponse({ description: 'Signed out.' })
  @ApiProblems('validation-failed')
  async endSessions(
    @CurrentSession() session: SessionInUse,
    @Query() { scope = 'others' }: EndSessionsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.own.endMany(session, scope);
    if (scope === 'all') this.answer.takeBack(reply);
  }
}
