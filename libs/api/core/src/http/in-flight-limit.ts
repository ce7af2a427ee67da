import { DomainError } from '@modex/domain';
import { FastifyInstance } from 'fastify';

/** Requests under way at once. More would only wait for the database, and the memory they hold would grow. */
const MOST_IN_FLIGHT = 2_000;

/**
 * Refuses at once what the process cannot serve in time anyway, while a slow database holds the others up. Health is
 * told all the same: an orchestrator must not end a process for having many visitors.
 * @throws DomainError `overloaded`
 */
export function limitInFlight(fastify: FastifyInstance): void {
  let inFlight = 0;
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/')) return;
    if (inFlight >= MOST_IN_FLIGHT) {
      throw new DomainError('overloaded', 'Very many people are here right now; try again in a second.', {
        retryAfter: 1,
      });
    }
    inFlight++;
    // Emitted once for every response, also when the client has gone away.
    reply.raw.once('close', () => inFlight--);
  });
}
