import { DomainError, Show } from '@modex/domain';

/** @param words what cannot be done to a show that was cancelled or has started, as in "it cannot be changed" */
export function noLonger({ status }: Pick<Show, 'status'>, words: string): DomainError {
  const reason = status === 'CANCELLED' ? 'was cancelled' : 'has started';
  return new DomainError('show-move-refused', `The show ${reason}; ${words} any more.`);
}
