import { invalid } from '@modex/api-core';

interface Starting {
  readonly startTime?: Date;
}

/** Checks the fields of a show, whose start must be in the future. @throws DomainError `validation-failed` */
export function inFuture<T extends Starting>(show: T): T {
  if (isOver(show)) throw invalid([{ field: 'startTime', message: 'must be in the future' }]);
  return show;
}

export function isOver({ startTime }: Starting): boolean {
  return startTime !== undefined && startTime.getTime() <= Date.now();
}
