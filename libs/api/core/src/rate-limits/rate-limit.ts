import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiProblems } from '../http/api-problems';
import { RateLimitClassName } from './rate-limit-classes';

/** The metadata key under which a route keeps its class. */
export const RATE_LIMIT = 'modex:rate-limit';

/** Counts every call of the route in this class, by account and by address as the table of classes says. */
export function RateLimit(name: RateLimitClassName): MethodDecorator {
  return applyDecorators(SetMetadata(RATE_LIMIT, name), ApiProblems('too-many-requests'));
}
