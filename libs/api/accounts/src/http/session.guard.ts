import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Audience, AUDIENCE, DatabasePulse } from '@modex/api-core';
import { DomainError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { SessionService } from '../session.service';
import { rememberCaller } from './caller';
import { tokenOf } from './session-cookie';

/** Stands before every route and reads its `@Access`; a route without one is refused to everybody. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly database: DatabasePulse,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const audience = this.reflector.getAllAndOverride<Audience | undefined>(AUDIENCE, targets);
    const token = tokenOf(request);
    const find = (known: string) => this.database.whileItBeats(() => this.sessions.callerOf(known));
    const caller = token === undefined ? undefined : await find(token);
    if (caller !== undefined) rememberCaller(request, caller);
    if (audience === 'everyone') return true;
    if (caller === undefined) {
      throw new DomainError('unauthenticated', 'Sign in first, or continue as a guest (POST /api/auth/guest).');
    }
    if (audience === 'customer' || (audience === 'admin' && caller.role === 'ADMIN')) return true;
    throw new DomainError('forbidden', 'This needs an admin; sign in with an admin account.');
  }
}
