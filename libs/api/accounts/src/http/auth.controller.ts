import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access, ApiProblems } from '@modex/api-core';
import { FastifyReply, FastifyRequest } from 'fastify';
import { AccountService, SignedIn } from '../account.service';
import { Caller } from '../user';
import { GuestDto, LoginDto, RegisterDto } from './account.dto';
import { MeResponse, SessionResponse, toSessionResponse, toUserResponse } from './account.response';
import { CurrentCaller, OptionalCaller } from './caller';
import { SessionCookie, tokenOf } from './session-cookie';

@ApiTags('accounts')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly accounts: AccountService,
    private readonly cookie: SessionCookie,
  ) {}

  /** Signs a guest in: a name and an e-mail are enough to book. Every guest starts with no bookings. */
  @Post('guest')
  @Access('everyone')
  @ApiOperation({ summary: 'Continue as a guest' })
  @ApiProblems('validation-failed', 'malformed-body')
  async continueAsGuest(
    @Body() dto: GuestDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.answer(reply, await this.accounts.guest(dto));
  }

  /** Creates an account and signs it in. A guest who is signed in keeps the bookings. */
  @Post('register')
  @Access('everyone')
  @ApiOperation({ summary: 'Create an account' })
  @ApiProblems('validation-failed', 'malformed-body', 'email-taken')
  async register(
    @Body() dto: RegisterDto,
    @OptionalCaller() caller: Caller | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.answer(reply, await this.accounts.register(dto, caller));
  }

  /** Signs in with e-mail and password. */
  @Post('login')
  @HttpCode(200)
  @Access('everyone')
  @ApiOperation({ summary: 'Sign in' })
  @ApiProblems('validation-failed', 'malformed-body', 'invalid-credentials', 'too-many-requests')
  async login(
    @Body() { email, password }: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    return this.answer(reply, await this.accounts.login(email, password, request.ip));
  }

  /** Ends the session; its token is worthless from now on. */
  @Post('logout')
  @HttpCode(204)
  @Access('customer')
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse({ description: 'Signed out.' })
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.accounts.logout(tokenOf(request) ?? '');
    this.cookie.clear(reply);
  }

  /** Who is signed in. */
  @Get('me')
  @Access('customer')
  @ApiOperation({ summary: 'Who am I' })
  async getMe(@CurrentCaller() caller: Caller): Promise<MeResponse> {
    return { user: toUserResponse(await this.accounts.findUser(caller.userId)) };
  }

  private answer(reply: FastifyReply, signedIn: SignedIn): SessionResponse {
    this.cookie.set(reply, signedIn);
    return toSessionResponse(signedIn);
  }
}
