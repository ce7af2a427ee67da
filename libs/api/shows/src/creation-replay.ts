import { createHash } from 'node:crypto';
import { DomainError, Show } from '@modex/domain';
import { NewShow } from './show.repository';

/** The creation that an earlier request with the same key began. */
interface EarlierCreation {
  readonly show: Show;
  readonly digest: string;
}

/**
 * The answer to a request whose key was used before: the show as it is now. A creation that was given up frees its key, so
 * a DISCARDED show that is still found by the key is a draft that was created and then deleted.
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

/** A digest that is the same exactly for requests that ask for the same. `asked`: plain values and times. */
export function digestOf(asked: object): string {
  const fields = Object.entries(asked).filter(([, value]) => value !== undefined);
  const text = JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(text).digest('base64url');
}
