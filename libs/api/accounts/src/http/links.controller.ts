import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, RateLimit } from '@modex/api-core';
import { FastifyReply } from 'fastify';
import { EmailProof } from '../email/email-proof.service';
import { LinkRequests } from '../links/link-requests';
import { PasswordResetService } from '../password/password-reset.service';
import { SessionInUse } from '../session/own-sessions.service';
import { LinkSignIn } from '../sign-in/link-sign-in.service';
import { Caller } from '../user';
import { Visitor } from '../visitor';
import { MeResponse, SessionResponse, toUserResponse } from './account.response';
import { CurrentCaller, CurrentSession, CurrentVisitor } from './caller';
import { AskLinkDto, ChangeEmailDto, ResetPasswordDto, UseLinkDto } from './links.dto';
import { SessionAnswer } from './session-answer';
import { ApiSession } from './session-header';

/** Links that are sent by mail. */
@ApiTags('accounts')
@Controller('auth')
export class LinksController {
  constructor(
    private readonly requests: LinkRequests,
    private readonly resets: PasswordResetService,
    private readonly signIns: LinkSignIn,
    private readonly proofs: EmailProof,
    private readonly answer: SessionAnswer,
  ) {}

  /**
   * Sends a link to set another password, if there is an account with this e-mail. The answer is the same if there is none.
   * The link works once, for an hour, and only the newest does.
   */
  @Post('password-resets')
  @RateLimit('link-ask')
  @HttpCode(204)
  @Access('everyone')
  @ApiOperation({ summary: 'Forgot my password' })
  @ApiNoContentResponse({ description: 'Whoever has an account with this e-mail gets a mail.' })
  @ApiProblems('validation-failed', 'malformed-body', 'mail-not-set-up')
  async askPasswordReset(@Body() { email }: AskLinkDto): Promise<void> {
    await this.requests.ask('password-reset', email);
  }

  /** Sets another password by a link. All sessions of the account end, and its owner is told by mail. */
  @Post('password-resets/use')
  @RateLimit('link-use')
  @HttpCode(204)
  @Access('everyone')
  @ApiOperation({ summary: 'Set another password by a link' })
  @ApiNoContentResponse({ description: 'Changed; sign in with it.' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-link', 'link-used', 'link-ended')
  async resetPassword(@Body() dto: ResetPasswordDto, @CurrentVisitor() visitor: Visitor): Promise<void> {
    await this.resets.reset(dto, visitor);
  }

  /**
   * Sends a link that signs in without a password, if there is an account with this e-mail. The answer is the same if there
   * is none. It works once, for a quarter of an hour. Staff, and accounts whose e-mail was never proved, get a link to set
   * another password instead.
   */
  @Post('sign-in-links')
  @RateLimit('link-ask')
  @HttpCode(204)
  @Access('everyone')
  @ApiOperation({ summary: 'Send me a link to sign in' })
  @ApiNoContentResponse({ description: 'Whoever has an account with this e-mail gets a mail.' })
  @ApiProblems('validation-failed', 'malformed-body', 'mail-not-set-up')
  async askSignInLink(@Body() { email }: AskLinkDto): Promise<void> {
    await this.requests.ask('sign-in-link', email);
  }

  /** Signs in by a link. */
  @Post('sign-in-links/use')
  @RateLimit('link-use')
  @HttpCode(200)
  @Access('everyone')
  @ApiOperation({ summary: 'Sign in by a link' })
  @ApiSession()
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-link', 'link-used', 'link-ended', 'forbidden')
  async signInByLink(
    @Body() { token }: UseLinkDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.answer.give(reply, await this.signIns.enter(token, visitor));
  }

  /** Sends a link that proves the e-mail of the account; nothing where it is proved. */
  @Post('email-proofs')
  @RateLimit('link-ask')
  @HttpCode(204)
  @Access('signed-in')
  @ApiOperation({ summary: 'Prove my e-mail' })
  @ApiNoContentResponse({ description: 'The mail is on its way, or the e-mail is proved already.' })
  @ApiProblems('forbidden', 'mail-not-set-up')
  async askEmailProof(@CurrentCaller() { userId }: Caller): Promise<void> {
    await this.proofs.ask(userId);
  }

  /** Proves an e-mail by a link. One that was asked for as another e-mail becomes that of the account. */
  @Post('email-proofs/use')
  @RateLimit('link-use')
  @HttpCode(200)
  @Access('everyone')
  @ApiOperation({ summary: 'Prove an e-mail by a link' })
  @ApiProblems('validation-failed', 'malformed-body', 'unknown-link', 'link-used', 'link-ended', 'email-taken')
  async proveEmail(@Body() { token }: UseLinkDto, @CurrentVisitor() visitor: Visitor): Promise<MeResponse> {
    return { user: toUserResponse(await this.proofs.prove(token, visitor)) };
  }

  /** Sends a link to another e-mail, which becomes that of the account when it is opened. Needs the password. */
  @Post('email')
  @RateLimit('password-change')
  @HttpCode(204)
  @Access('signed-in')
  @ApiOperation({ summary: 'Change my e-mail' })
  @ApiNoContentResponse({ description: 'A mail is on its way to the new e-mail.' })
  @ApiProblems('validation-failed', 'malformed-body', 'invalid-credentials', 'forbidden', 'mail-not-set-up')
  async changeEmail(@Body() dto: ChangeEmailDto, @CurrentSession() session: SessionInUse): Promise<void> {
    await this.proofs.change(dto, session);
  }
}
