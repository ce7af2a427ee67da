import { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Writes } from '@modex/web-ui';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writing requests that pass no gate (`mxWrite`, `mxForm`): a button without a gate would write twice at a double
 * tap, so it cannot write at all.
 */
export const gatedWritesInterceptor: HttpInterceptorFn = (request, next) => {
  if (!READS.has(request.method) && inject(Writes).underWay() === 0) {
    throw new Error(`${request.method} ${request.url} was sent outside of a gate: let the button say mxWrite.`);
  }
  return next(request);
};
