import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { DomainError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { Caller } from '../user';

/** Who made the request, as the session guard found out. */
const callers = new WeakMap<FastifyRequest, Caller>();

/** Tells the request's later readers who made it. */
export function rememberCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/** The caller of a route that needs a session. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (caller === undefined) throw new DomainError('unauthenticated', 'Sign in first.');
  return caller;
});

/** The caller of a route that everybody may call, when there is one. */
export const OptionalCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined =>
  callers.get(context.switchToHttp().getRequest<FastifyRequest>()),
);
