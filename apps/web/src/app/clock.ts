import { HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { serverClock } from '@modex/web-ui';
import { tap } from 'rxjs';

/** Sets the server's clock by the date of every answer of the API. */
export const clockInterceptor: HttpInterceptorFn = (request, next) =>
  next(request).pipe(
    tap((event) => {
      const date = event instanceof HttpResponse ? event.headers.get('Date') : null;
      if (date !== null) serverClock.set(Date.parse(date));
    }),
  );
