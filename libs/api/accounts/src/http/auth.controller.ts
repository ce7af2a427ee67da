import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems, RateLimit } from '@modex/api-core';
import { FastifyReply } from 'fastify';
import { AccountService } from '../account.service';
import { PasswordChangeService } from '../password/password-change.service';
import { OwnSessions, SessionInUse } from '../session/own-sessions.service';
import { SignInService } from '../sign-in/sign-in.service';
import { Caller } from '../user';
import { Visitor } from '../visitor';
import { ChangePasswordDto, GuestDto, LoginDto, RegisterDto } from './account.dto';
import { MeResponse, SessionResponse, toUserResponse } from './account.response';
import { CurrentCaller, CurrentSession, CurrentVisitor } from './caller';
import { SessionAnswer } from './session-answer';
import { ApiSession } from './session-header';

@ApiTags('accounts')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly accounts: AccountService,
    private readonly signIns: SignInService,
    private readonly passwords: PasswordChangeService,
    private readonly own: OwnSessions,
    private readonly answer: SessionAnswer,
  ) {}

  /**
   * Signs a guest in: a name and an e-mail are enough to book. Without both (`{}`) the guest is anonymous: seats can be held
   * at once, and the booking asks for name and e-mail; somebody who is signed in stays so. Every guest starts with no bookings; an anonymous guest who says a
   * name and an e-mail here stays the same and keeps the holds.
   */
  @Post('guest')
  @RateLimit('guest')
  @Access('everyone')
  @ApiOperation({ summary: 'Continue as a guest' })
  @ApiSession()
  @ApiProblems('validation-failed', 'malformed-body')
  async continueAsGuest(
    @Body() { name, email }: GuestDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    const guest = name && email ? this.accounts.guest({ name, email }, visitor) : this.accounts.anyone(visitor);
    return this.answer.give(reply, await guest);
  }

  /** Creates an account and signs it in. A guest who is signed in keeps the bookings. */
  @Post('register')
  @RateLimit('register')
  @Access('everyone')
  @ApiOperation({ summary: 'Create an account' })
  @ApiSession()
  @ApiProblems('validation-failed', 'malformed-body', 'email-taken')
  async register(
    @Body() dto: RegisterDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.answer.give(reply, await this.accounts.register(dto, visitor));
  }

  /** Signs in with e-mail and password. */
  @Post('login')
  @RateLimit('login')
  @HttpCode(200)
  @Access('everyone')
  @ApiOperation({ summary: 'Sign in' })
  @ApiSession()
  @ApiProblems('validation-failed', 'malformed-body', 'invalid-credentials')
  async login(
    @Body() dto: LoginDto,
    @CurrentVisitor() visitor: Visitor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.answer.give(reply, await this.signIns.login(dto, visitor));
  }

  /** Ends the session; its token is worthless from now on. */
  @Post('logout')
  @HttpCode(204)
  @Access('signed-in')
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse({ description: 'Signed out.' })
  async logout(
    @CurrentSession() session: SessionInUse,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.own.endThis(session);
    this.answer.takeBack(reply);
  }

  /** Changes the password; needs the one until now, and signs out everywhere else. */
  @Post('password')
  @HttpCode(204)
  @Access('signed-in')
  @RateLimit('password-change')
  @ApiOperation({ summary: 'Change my password' })
  @ApiNoContentResponse({ description: 'Changed; all other sessions have ended.' })
  @ApiProblems('validation-failed', 'malformed-body', 'unauthenticated', 'invalid-credentials', 'forbidden')
  async changePassword(@Body() dto: ChangePasswordDto, @CurrentSession() session: SessionInUse): Promise<void> {
    await this.passwords.change(dto, session);
  }

  /** Who is signed in. */
  @Get('me')
  @Access('signed-in')
  @ApiOperation({ summary: 'Who am I' })
  async getMe(@CurrentCaller() caller: Caller): Promise<MeResponse> {
    return { user: toUserResponse(await this.accounts.findUser(caller.userId)) };
  }
}
