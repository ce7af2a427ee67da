import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { DomainError, LIMITS } from '@modex/domain';
import { FastifyRequest } from 'fastify';

/**
 * The `Idempotency-Key` of the request, if it has one.
 * @throws DomainError `invalid-idempotency-key` when it is empty or longer than 255 characters
 */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && key.length >= 1 && key.length <= LIMITS.idempotencyKey) return key;
  throw new DomainError(
    'invalid-idempotency-key',
    `An Idempotency-Key has 1 to ${LIMITS.idempotencyKey} characters; a UUID does well.`,
  );
});

/** Says in the contract that a route takes a key. @param thing what one key makes once: "booking" */
export function ApiIdempotencyKey(thing: string): MethodDecorator & ClassDecorator {
  return ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: `1 to ${LIMITS.idempotencyKey} characters, new for each ${thing}; a UUID does well.`,
    schema: { type: 'string', minLength: 1, maxLength: LIMITS.idempotencyKey },
  });
}
