import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { readProblem } from '@modex/web-api-client';
import { Subject, tap } from 'rxjs';

/** Where the news arrives that the API knows no session behind our calls any more. */
@Injectable({ providedIn: 'root' })
export class SessionEnd {
  readonly news = new Subject<void>();
  /** Which session calls are sent with now: a refusal of one before it is no news. */
  session = 0;
}

/**
 * Notices on every call when the session has ended (401 `unauthenticated`); the call fails as it would have anyway.
 * A wrong password is another code and no news.
 */
export const sessionEndInterceptor: HttpInterceptorFn = (request, next) => {
  const end = inject(SessionEnd);
  const { session } = end;
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (session !== end.session || !(error instanceof HttpErrorResponse)) return;
        if (readProblem(error).code === 'unauthenticated') end.news.next();
      },
    }),
  );
};
