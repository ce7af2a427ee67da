import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import { Settings } from '@modex/api-core';
import { FastifyReply, FastifyRequest } from 'fastify';
import { SignedIn } from '../account.service';
import { SESSION_LIFETIME_MS } from '../session.service';

const NAME = 'modex_session';

/** How a browser carries its session. Out of reach of scripts, and not sent with writes from other sites. */
@Injectable()
export class SessionCookie {
  constructor(private readonly settings: Settings) {}

  set(reply: FastifyReply, { user, token }: SignedIn): void {
    const maxAge = SESSION_LIFETIME_MS[user.role] / 1000;
    void reply.setCookie(NAME, token, { ...this.attributes(), maxAge });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(NAME, this.attributes());
  }

  private attributes(): { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean } {
    const secure = this.settings.publicUrl?.startsWith('https:') ?? false;
    return { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }
}

/** The session token of a request: the Bearer header of a program, else the browser's cookie. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '');
  return bearer?.[1] ?? request.cookies[NAME];
}
