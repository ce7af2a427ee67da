import { createHash } from 'node:crypto';
import { DomainError, Show } from '@modex/domain';
import { NewShow } from './show.repository';

/** The show that an earlier request with the same key began. */
interface EarlierCreation {
  readonly show: Show;
  readonly digest: string;
}

/**
 * The answer to a request whose key an earlier one used: the show as it is now. A creation that was given up frees its
 * key, so whoever still finds one DISCARDED finds a draft that was made and deleted since.
 * @throws DomainError `idempotency-key-reused` for another request, `in-progress` while the first runs, `unknown-show`
 */
export function replay({ show, digest }: EarlierCreation, { request }: NewShow): Show {
  if (digest !== request?.digest) {
    throw new DomainError('idempotency-key-reused', 'This key belongs to another show; use a new one.');
  }
  if (show.status === 'CREATING') {
    const words = 'The first request with this key is still running; ask again shortly.';
    throw new DomainError('in-progress', words, { retryAfter: 2 });
  }
  if (show.status === 'DISCARDED') throw new DomainError('unknown-show', 'The show of this key was deleted since.');
  return show;
}

/** What two requests have in common exactly when they ask for the same. `asked`: plain values and times. */
export function digestOf(asked: object): string {
  const fields = Object.entries(asked).filter(([, value]) => value !== undefined);
  const text = JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(text).digest('base64url');
}
