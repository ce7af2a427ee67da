import { invalid } from '@modex/api-core';
import { saleTimesFault } from '@modex/domain';

interface Starting {
  readonly startTime?: Date;
}

/** Checks the fields of a show, whose start must be in the future. @throws DomainError `validation-failed` */
export function inFuture<T extends Starting>(show: T): T {
  if (isOver(show)) throw invalid([{ field: 'startTime', message: 'must be in the future' }]);
  return show;
}

/** @throws DomainError `validation-failed` for a sale that does not open before it closes, and close until the show starts */
export function checkSaleTimes(show: Parameters<typeof saleTimesFault>[0]): void {
  const fault = saleTimesFault(show);
  if (fault !== undefined) throw invalid([fault]);
}

export function isOver({ startTime }: Starting): boolean {
  return startTime !== undefined && startTime.getTime() <= Date.now();
}
