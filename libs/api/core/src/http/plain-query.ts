import { FastifyRequest } from 'fastify';
import { invalid } from './validation';

/**
 * Refuses query keys that some parsers would turn into operators or prototypes (`status[$ne]`, `a.b`, `__proto__`).
 * Our parser does not, and a route's own check refuses unknown keys; this covers the routes that take no query at all.
 * @throws DomainError `validation-failed`
 */
export function refuseOddQuery(request: FastifyRequest): void {
  const odd = Object.keys(request.query as object).filter((key) => !/^[a-zA-Z]{1,32}$/.test(key));
  if (odd.length > 0) throw invalid(odd.map((field) => ({ field, message: 'is not a field of this request' })));
}
