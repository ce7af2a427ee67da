import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { FastifyReply, FastifyRequest } from 'fastify';
import { sessionAgeMs } from '../session/session-lifetime';
import { isOldToken } from '../session/session-token';
import { SignedIn } from '../signed-in';
import { CookieRules, cookiesOf } from './cookies';

/** The header by which our site says that it wants its session as a cookie; see the contract. */
export const SESSION_HEADER = 'X-Modex-Session';

const NAME = 'modex_session';
const READS: readonly string[] = ['GET', 'HEAD'];

/** How a browser carries its session. */
@Injectable()
export class SessionCookie {
  private readonly rules: CookieRules;
  private readonly name: string;

  constructor(settings: Settings) {
    this.rules = cookiesOf(settings);
    this.name = this.rules.name(NAME);
  }

  set(reply: FastifyReply, { user, token }: SignedIn): void {
    void reply.setCookie(this.name, token, { ...this.rules.attributes, maxAge: sessionAgeMs(user.role) / 1000 });
  }

  clear(reply: FastifyReply): void {
    for (const name of new Set([this.name, NAME])) void reply.clearCookie(name, this.rules.attributes);
  }

  /**
   * The session token of a request: from the Bearer header of a program, or from the browser's cookie. With the cookie a
   * write must also say that it comes from our site, so that an API explorer in the same browser neither uses nor ends the
   * session of the site.
   */
  tokenOf(request: FastifyRequest): string | undefined {
    const bearer = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '');
    if (bearer) return bearer[1];
    return READS.includes(request.method) || asksForCookie(request) ? this.cookieOf(request) : undefined;
  }

  /** Sessions from before the cookie had a prefix stay valid; a newer one in the old cookie was planted and is refused. */
  private cookieOf({ cookies }: FastifyRequest): string | undefined {
    const [kept, old] = [cookies[this.name], cookies[NAME]];
    return kept ?? (old !== undefined && isOldToken(old) ? old : undefined);
  }
}

/** Whether a sign-in is answered with a cookie and no token; everything but our site gets a token and no cookie. */
export function asksForCookie(request: FastifyRequest): boolean {
  return request.headers[SESSION_HEADER.toLowerCase()] === 'cookie';
}
