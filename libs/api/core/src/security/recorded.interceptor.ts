import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FastifyRequest } from 'fastify';
import { Observable, tap } from 'rxjs';
import { accountOf } from '../http/request-account';
import { RECORDED } from './recorded';
import { SecurityEvent, SecurityFacts, SecurityLog } from './security-log';

/** Writes a route's event to the security log once the route has succeeded. */
@Injectable()
export class RecordedInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: SecurityLog,
  ) {}

  intercept(context: ExecutionContext, route: CallHandler): Observable<unknown> {
    const event = this.reflector.get<SecurityEvent | undefined>(RECORDED, context.getHandler());
    if (event === undefined) return route.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    return route.handle().pipe(tap({ complete: () => this.log.record(event, factsOf(request)) }));
  }
}

function factsOf(request: FastifyRequest): SecurityFacts {
  const { id: requestId, ip: address, method, params, routeOptions } = request;
  const { bookingId, showId } = params as { readonly bookingId?: string; readonly showId?: string };
  const route = `${method} ${routeOptions.url ?? ''}`;
  return { userId: accountOf(request), bookingId, showId, route, address, requestId };
}
