import { Injectable } from '@nestjs/common';
import { FastifyReply } from 'fastify';
import { SignedIn } from '../signed-in';
import { SessionResponse, toSessionResponse } from './account.response';
import { BrowserMark } from './browser-mark';
import { asksForCookie, SessionCookie } from './session-cookie';

/** Answers with a session: as a cookie to our site, as a token to everything else. */
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

  /** Removes our cookie from the browser, if it has one; programs discard their token themselves. */
  takeBack(reply: FastifyReply): void {
    if (asksForCookie(reply.request)) this.cookie.clear(reply);
  }
}
