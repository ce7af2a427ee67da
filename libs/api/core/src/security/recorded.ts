import { SetMetadata } from '@nestjs/common';
import { FastifyRequest } from 'fastify';
import { accountOf } from '../http/request-account';
import { SecurityEvent, SecurityFacts } from './security-log';

/** The metadata key under which a route keeps the event that it is. */
export const RECORDED = 'modex:recorded';

/** Has every success of the route written to the security log, with who called and the ids in its path. */
export const Recorded = (event: SecurityEvent): MethodDecorator => SetMetadata(RECORDED, event);

/** What a request tells of itself. */
export function factsOf(request: FastifyRequest): SecurityFacts {
  const { id: requestId, ip: address, method, params, routeOptions } = request;
  const { bookingId, showId } = params as { readonly bookingId?: string; readonly showId?: string };
  const route = `${method} ${routeOptions.url ?? ''}`;
  return { userId: accountOf(request), bookingId, showId, route, address, requestId };
}
