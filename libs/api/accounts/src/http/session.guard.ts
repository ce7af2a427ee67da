import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Audience, AUDIENCE, DatabaseWatchdog, rememberAccount } from '@modex/api-core';
import { DomainError, hasPermission } from '@modex/domain';
import { FastifyReply, FastifyRequest } from 'fastify';
import { deviceWords } from '../session/device-words';
import { SessionService } from '../session/session.service';
import { Caller } from '../user';
import { BrowserMark } from './browser-mark';
import { rememberVisitor } from './caller';
import { SessionCookie } from './session-cookie';

const READS: readonly string[] = ['GET', 'HEAD'];

/** Stands before every route and reads its `@Access`; a route without one is refused to everybody. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
    private readonly mark: BrowserMark,
    private readonly database: DatabaseWatchdog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const audience = this.reflector.getAllAndOverride<Audience | undefined>(AUDIENCE, targets);
    if (isPersonal(request, audience)) keepOutOfCaches(context.switchToHttp().getResponse<FastifyReply>());
    const caller = await this.meet(request);
    if (audience === 'everyone' || audience === 'holder') return true;
    if (caller === undefined) {
      throw new DomainError('unauthenticated', 'Sign in first, or continue as a guest (POST /api/auth/guest).');
    }
    if (audience === 'signed-in' || (audience !== undefined && hasPermission(caller.role, audience))) return true;
    throw new DomainError('forbidden', 'This needs an admin; sign in with an admin account.');
  }

  /** Finds out who calls. Only reads count as a use of the session, so that no booking waits for that write. */
  private async meet(request: FastifyRequest): Promise<Caller | undefined> {
    const token = this.cookie.tokenOf(request);
    const find = (known: string) =>
      READS.includes(request.method) ? this.sessions.usedBy(known) : this.sessions.callerOf(known);
    const caller = token === undefined ? undefined : await this.database.whileItAnswers(() => find(token));
    rememberVisitor(request, {
      address: request.ip,
      device: deviceWords(request.headers['user-agent']),
      token,
      caller,
      browserOf: (userId) => this.mark.find(request, userId),
    });
    if (caller !== undefined) rememberAccount(request, caller.userId);
    return caller;
  }
}

/** Whether no cache may keep the answer: on routes that are not for everyone, and after every write. */
function isPersonal({ method }: FastifyRequest, audience: Audience | undefined): boolean {
  return audience !== 'everyone' || !READS.includes(method);
}

function keepOutOfCaches(reply: FastifyReply): void {
  void reply.header('Cache-Control', 'no-store');
}
