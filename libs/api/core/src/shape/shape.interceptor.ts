import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { FieldError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { invalid } from '../http/validation';
import { readShape } from './read-shape';
import { shapesOf } from './route-shapes';

/**
 * Reads body and query of every route under `/api`, also of those that take none, as instances of their classes. It is no
 * pipe, since a pipe sees only what a route asks for. All errors are reported at once.
 * @throws DomainError `validation-failed`
 */
@Injectable()
export class ShapeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, route: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.routeOptions.url?.startsWith('/api/')) {
      const shapes = shapesOf(context.getClass(), context.getHandler().name);
      const [body, query] = [
        readShape(shapes.body, request.body, 'body'),
        readShape(shapes.query, request.query, 'query'),
      ];
      const faults = [...unreadBody(request), ...body.faults, ...query.faults];
      if (faults.length > 0) throw invalid(faults);
      [request.body, request.query] = [body.value, query.value];
    }
    return route.handle();
  }
}

/** GET requests with a body are refused, since nothing would read it. */
function unreadBody({ method, headers }: FastifyRequest): FieldError[] {
  const sent = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
  const isRead = method !== 'GET' && method !== 'HEAD';
  return sent && !isRead ? [{ field: 'body', message: 'is not read by this route; put it into the query' }] : [];
}
