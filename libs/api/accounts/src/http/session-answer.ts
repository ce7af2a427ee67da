import { Injectable } from '@nestjs/common';
import { FastifyReply } from 'fastify';
import { SignedIn } from '../signed-in';
import { SessionResponse, toSessionResponse } from './account.response';
import { BrowserMark } from './browser-mark';
import { asksForCookie, SessionCookie } from './session-cookie';

/** Hands a session over as its asker carries it: to our site as a cookie, to everything else as a token. */
@Injectable()
export class SessionAnswer {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly mark: BrowserMark,
  ) {}

  give(reply: FastifyReply, signedIn: SignedIn): SessionResponse {
    if (!asksForCookie(reply.request)) return toSessionResponse(signedIn, signedIn.token);
    this.cookie.set(reply, signedIn);
    if (signedIn.user.kind === 'REGISTERED') this.mark.set(reply, signedIn.user.id);
    return toSessionResponse(signedIn);
  }

  /** Out of the browser, where it has one from us; a program forgets its token by itself. */
  takeBack(reply: FastifyReply): void {
    if (asksForCookie(reply.request)) this.cookie.clear(reply);
  }
}
