import { DomainError } from '@modex/domain';

/** Objects and lists within each other; no body of the API has more than three. */
const MAX_DEPTH = 16;

/**
 * Refuses a body that is nested so deeply that whoever walks through it runs out of stack.
 * @throws DomainError `malformed-body`
 */
export function refuseDeepBody(body: unknown): void {
  if (isDeeperThan(MAX_DEPTH, body)) {
    throw new DomainError('malformed-body', 'The body is nested too deeply; send plain fields.');
  }
}

function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isDeeperThan(depth - 1, inner));
}
