import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { readProblem } from '@modex/web-api-client';
import { Subject, tap } from 'rxjs';

/** Where the news arrives that the API knows no session behind our calls any more. */
@Injectable({ providedIn: 'root' })
export class SessionEnd {
  readonly news = new Subject<void>();
}

/**
 * Notices on every call when the session has ended (401 `unauthenticated`); the call fails as it would have anyway.
 * A wrong password is another code and no news.
 */
export const sessionEndInterceptor: HttpInterceptorFn = (request, next) => {
  const end = inject(SessionEnd);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (error instanceof HttpErrorResponse && readProblem(error).code === 'unauthenticated') end.news.next();
      },
    }),
  );
};
