import { HttpInterceptorFn } from '@angular/common/http';

/**
 * Says on every call of the API that this is the site, whose session is a cookie: a sign-in is then answered with a
 * cookie that no script can read and without a token, and a write may use the cookie.
 */
export const cookieSessionInterceptor: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'X-Modex-Session': 'cookie' } }));
