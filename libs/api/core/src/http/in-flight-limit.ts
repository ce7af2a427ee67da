import { Logger } from '@nestjs/common';
import { DomainError } from '@modex/domain';
import { FastifyInstance, FastifyRequest } from 'fastify';
import { networkOf } from './network';
import { Slots } from './slots';
import { whenOver } from './when-over';

/** Requests under way at once. More would only wait for the database, and the memory they hold would grow. */
const MOST_IN_FLIGHT = 2_000;
/** Pause between two lines in the log that tell of refusals. */
const TELL_EVERY_MS = 10_000;

/** What gives the place of a request back. */
const places = new WeakMap<FastifyRequest, () => void>();

/**
 * Refuses at once what the process cannot serve in time anyway, while a slow database holds the others up. A request
 * takes a place when it has arrived as a whole: who only begins one holds nothing that others need. An address has its
 * share. Health is told all the same: an orchestrator must not end a process for having many visitors.
 * @throws DomainError `overloaded`
 */
export function limitInFlight(fastify: FastifyInstance): void {
  const [slots, refusals] = [new Slots(MOST_IN_FLIGHT), new Refusals()];
  // A body for which there will be no place is not even read.
  fastify.addHook('onRequest', async (request) => {
    if (!isHealth(request) && !slots.hasRoom(networkOf(request.ip))) throw refusals.next();
  });
  fastify.addHook('preValidation', async (request, reply) => {
    if (isHealth(request)) return;
    const release = slots.take(networkOf(request.ip));
    if (release === undefined) throw refusals.next();
    places.set(request, release);
    whenOver(request.raw, reply.raw, release);
  });
}

/** Gives the place of a request back before its answer is out: somebody watches, and waits for nothing. */
export function leavePlace(request: FastifyRequest): void {
  places.get(request)?.();
}

/** The refusal of what there is no room for. */
export function overloaded(): DomainError {
  return new DomainError('overloaded', 'Very many people are here right now; try again in a second.', {
    retryAfter: 1,
  });
}

function isHealth({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/health/') ?? false;
}

/** Thousands a second may be refused: the log gets a line now and then, with their number. */
class Refusals {
  private readonly logger = new Logger('Http');
  private count = 0;
  private toldAt = -Infinity;

  next(): DomainError {
    this.count++;
    const now = performance.now();
    if (now - this.toldAt >= TELL_EVERY_MS) {
      this.logger.warn(`${this.count} requests were refused: too many are under way.`);
      [this.toldAt, this.count] = [now, 0];
    }
    return overloaded();
  }
}
