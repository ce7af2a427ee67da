import { FieldError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { invalid } from '../http/validation';
import { readShape } from './read-shape';
import { RouteShapes } from './route-shapes';

/**
 * Reads body and query of a request as instances of the classes of its route. It is no pipe, since a pipe sees only what a
 * route asks for, and what no route asks for is refused too. All errors are reported at once.
 * @param missing a field that was read before, and is not what it must be
 * @throws DomainError `validation-failed`
 */
export function readRequest(request: FastifyRequest, shapes: RouteShapes, missing?: string): void {
  const [body, query] = [readShape(shapes.body, request.body, 'body'), readShape(shapes.query, request.query, 'query')];
  const large = missing === undefined ? [] : [{ field: missing, message: 'must be an object or a list' }];
  const faults = [...unreadBody(request), ...large, ...body.faults, ...query.faults];
  if (faults.length > 0) throw invalid(faults);
  [request.body, request.query] = [body.value, query.value];
}

/** GET requests with a body are refused, since nothing would read it. */
function unreadBody({ method, headers }: FastifyRequest): FieldError[] {
  const sent = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
  const isRead = method !== 'GET' && method !== 'HEAD';
  return sent && !isRead ? [{ field: 'body', message: 'is not read by this route; put it into the query' }] : [];
}
