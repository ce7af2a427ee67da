import { HttpInterceptorFn } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { isRefusedAs } from '@modex/web-api-client';
import { Subject, tap } from 'rxjs';

/** Called when the API no longer knows the session of our calls. */
@Injectable({ providedIn: 'root' })
export class SessionEnd {
  readonly news = new Subject<void>();
  /** Number of the current session: a refusal of a call from an earlier session is ignored. */
  session = 0;
}

/**
 * Notices on every call when the session has ended (401 `unauthenticated`); the call itself still fails. A wrong password
 * has another code and is ignored here.
 */
export const sessionEndInterceptor: HttpInterceptorFn = (request, next) => {
  const end = inject(SessionEnd);
  const { session } = end;
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (session === end.session && isRefusedAs('unauthenticated', error)) end.news.next();
      },
    }),
  );
};
