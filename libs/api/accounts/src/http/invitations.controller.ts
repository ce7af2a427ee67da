import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, RateLimit } from '@modex/api-core';
import { FastifyReply } from 'fastify';
import { Invitations } from '../invitations.service';
import { SessionService } from '../session/session.service';
import { Visitor } from '../visitor';
import { SessionResponse } from './account.response';
import { CurrentVisitor } from './caller';
import { AcceptInvitationDto } from './links.dto';
import { SessionAnswer } from './session-answer';
import { ApiSession } from './session-header';

@ApiTags('accounts')
@Controller('auth/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly sessions: SessionService,
    private readonly answer: SessionAnswer,
  ) {}

  /** Makes an account of somebody who was invited to work for the venue, and signs it in. */
  @Post('use')
  @RateLimit('link-use')
  @Access('everyone')
  @ApiOperation({ summary: 'Accept an invitation' })
  @ApiSession()
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-link', 'link-used', 'link-ended', 'email-taken')
  async acceptInvitation(
    @Body() { token, ...person }: AcceptInvitationDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const user = await this.invitations.accept(token, person, visitor.address);
    return this.answer.give(reply, await this.sessions.begin(user, visitor));
  }
}
