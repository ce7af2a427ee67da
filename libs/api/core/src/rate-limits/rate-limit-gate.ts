import { Injectable } from '@nestjs/common';
import { DomainError } from '@modex/domain';
import { FastifyReply, FastifyRequest } from 'fastify';
import { accountOf } from '../http/request-account';
import { networkOf } from '../http/network';
import { Settings } from '../settings';
import { RATE_LIMIT_CLASSES, RateLimitClass, RateLimitClassName } from './rate-limit-classes';
import { Allowance, RateLimitPolicy, RateLimits } from './rate-limits';

/** A policy with the key that this request counts for. */
interface Count {
  readonly policy: RateLimitPolicy;
  readonly key: string;
}

/**
 * Refuses callers of a `@RateLimit` route who come too often, before the body is read. It runs after the session guard,
 * since it counts by account; the address is counted first, so that nobody without a session can use up an account's limit.
 */
@Injectable()
export class RateLimitGate {
  constructor(
    private readonly limits: RateLimits,
    private readonly settings: Settings,
  ) {}

  /** Counts the request, and tells in the headers of its answer what is left. @throws DomainError `too-many-requests` */
  async pass(name: RateLimitClassName, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (!this.settings.rateLimits) return;
    const taken: { policy: RateLimitPolicy; allowance: Allowance }[] = [];
    for (const { policy, key } of countsOf(name, request)) {
      const allowance = await this.limits.take(policy, key);
      taken.push({ policy, allowance });
      if (!allowance.allowed) break;
    }
    void reply.header('RateLimit-Policy', taken.map(({ policy }) => policyField(policy)).join(', '));
    void reply.header('RateLimit', taken.map(({ policy, allowance }) => stateField(policy, allowance)).join(', '));
    const refused = taken.find(({ allowance }) => !allowance.allowed);
    if (refused !== undefined) throw tooManyRequests(refused.allowance.resetSeconds);
  }
}

/** The refusal of a caller who comes too often. */
export function tooManyRequests(retryAfter: number): DomainError {
  const wait = retryAfter < 120 ? `${retryAfter} seconds` : `${Math.ceil(retryAfter / 60)} minutes`;
  return new DomainError('too-many-requests', `Too many attempts; try again in ${wait}.`, { retryAfter });
}

function countsOf(name: RateLimitClassName, request: FastifyRequest): Count[] {
  const { address, account }: RateLimitClass = RATE_LIMIT_CLASSES[name];
  const userId = accountOf(request);
  return [
    ...(address === undefined ? [] : [{ policy: { name: `${name}-address`, ...address }, key: networkOf(request.ip) }]),
    ...(account === undefined || userId === undefined
      ? []
      : [{ policy: { name: `${name}-account`, ...account }, key: userId }]),
  ];
}

// Structured fields as draft-ietf-httpapi-ratelimit-headers describes them: q quota, w window, r remaining, t seconds.
function policyField({ name, points, seconds }: RateLimitPolicy): string {
  return `"${name}";q=${points};w=${seconds}`;
}

function stateField({ name }: RateLimitPolicy, { remaining, resetSeconds }: Allowance): string {
  return `"${name}";r=${remaining};t=${resetSeconds}`;
}
