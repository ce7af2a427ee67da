import { Logger } from '@nestjs/common';
import { DomainError } from '@modex/domain';
import { FastifyInstance, FastifyRequest } from 'fastify';
import { ProcessShare } from '../settings';
import { networkOf } from './network';
import { partOf } from './part-of';
import { Slots } from './slots';
import { whenOver } from './when-over';

/** Requests under way at once on this machine. More would only wait for the database, and the memory they hold would grow. */
const MOST_IN_FLIGHT = 2_000;
/** Pause between two lines in the log that tell of refusals. */
const TELL_EVERY_MS = 10_000;

/** What gives the place of a request back. */
const places = new WeakMap<FastifyRequest, () => void>();

/**
 * Refuses requests at once that the process could not serve in time, while a slow database delays the others. A request
 * counts when it has arrived completely, so that one that was only begun takes nothing from others. An address has its
 * share. Health is always answered: an orchestrator must not end a process because it is busy.
 * @throws DomainError `overloaded`
 */
export function limitInFlight(fastify: FastifyInstance, share: ProcessShare): void {
  const [slots, refusals] = [new Slots(partOf(MOST_IN_FLIGHT, share)), new Refusals()];
  // If there is no room for the request, its body is not even read.
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!isHealth(request) && !slots.hasRoom(networkOf(request.ip))) throw refusals.next();
    done();
  });
  fastify.addHook('preValidation', (request, reply, done) => {
    if (isHealth(request)) return done();
    const release = slots.take(networkOf(request.ip));
    if (release === undefined) throw refusals.next();
    places.set(request, release);
    whenOver(request.raw, reply.raw, release);
    done();
  });
}

/** Stops counting a request before its answer has ended: for streams, which wait for nothing. */
export function leavePlace(request: FastifyRequest): void {
  places.get(request)?.();
}

/** The refusal of a request for which there is no room. */
export function overloaded(): DomainError {
  return new DomainError('overloaded', 'Very many people are here right now; try again in a second.', {
    retryAfter: 1,
  });
}

function isHealth({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/health/') ?? false;
}

/** Thousands may be refused in a second, so the log gets a line with their number only now and then. */
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
