import { HttpInterceptorFn } from '@angular/common/http';

/**
 * Tells the API on every call that this is the site, whose session is a cookie: the API then answers a sign-in with a
 * cookie that no script can read, instead of a token, and accepts the cookie for writes.
 */
export const cookieSessionInterceptor: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'X-Modex-Session': 'cookie' } }));
