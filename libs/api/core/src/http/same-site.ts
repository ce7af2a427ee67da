import { DomainError } from '@modex/domain';
import { FastifyRequest } from 'fastify';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses writes that a page of another site sends with a customer's cookie. Browsers put `Origin` on every cross-site write
 * and `Sec-Fetch-Site` on every request; programs send neither and carry no cookies.
 * @throws DomainError `cross-site-request`
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string | undefined): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign = origin === undefined ? site === 'cross-site' : !isOwnOrigin(origin, host, publicUrl);
  if (foreign) {
    throw new DomainError('cross-site-request', 'Open the site itself and try again from there.');
  }
}

function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const own = [host, publicUrl === undefined ? undefined : new URL(publicUrl).host];
  return own.includes(new URL(origin).host);
}
