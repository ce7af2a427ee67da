import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { DomainError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { SessionInUse } from '../session/own-sessions.service';
import { Caller } from '../user';
import { Visitor } from '../visitor';

/** Who made the request, as the session guard found out. */
const visitors = new WeakMap<FastifyRequest, Visitor>();

/** Stores on the request who made it, for later readers. */
export function rememberVisitor(request: FastifyRequest, visitor: Visitor): void {
  visitors.set(request, visitor);
}

/** Whose session the request came with; undefined without one. */
export function callerOf(request: FastifyRequest): Caller | undefined {
  return visitors.get(request)?.caller;
}

/** The caller of a route that needs a session. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = visitorOf(context);
  if (caller === undefined) throw new DomainError('unauthenticated', 'Sign in first.');
  return caller;
});

/** The caller of a route that needs a session, with that session. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SessionInUse => {
  const { caller, token, address } = visitorOf(context);
  if (caller === undefined || token === undefined) throw new DomainError('unauthenticated', 'Sign in first.');
  return { userId: caller.userId, token, address };
});

/** Who calls, with a session or without. */
export const CurrentVisitor = createParamDecorator((_: unknown, context: ExecutionContext): Visitor =>
  visitorOf(context),
);

function visitorOf(context: ExecutionContext): Visitor {
  const visitor = visitors.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (visitor === undefined) throw new Error('The session guard has not seen this request.');
  return visitor;
}
