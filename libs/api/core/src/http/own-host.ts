import { isIP } from 'node:net';
import { DomainError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { Settings } from '../settings';

/** Addresses that mean "every interface": they do not tell under which names the server is reached. */
const ANY_ADDRESS: readonly string[] = ['0.0.0.0', '::', '[::]'];

/** Names that cannot be registered on the Internet, so nobody can point them at us from outside. */
const LOCAL_NAME = /^([^.]+|.+\.(localhost|local|internal))$/;

/**
 * Refuses a request for a host name that is not ours. An attacker who points a name of their own at this server could make
 * browsers send requests that look like those of our own pages. IP addresses cannot be misused like that and are served, as
 * are names of the local network, which health probes, proxies and people at home use.
 * @throws DomainError `wrong-host`, or `malformed-request` when there is no readable host
 */
export function refuseForeignHost(
  request: FastifyRequest,
  { publicUrl, host }: Pick<Settings, 'publicUrl' | 'host'>,
): void {
  const name = hostNameOf(request);
  // HTTP/1.0 knows no host.
  if (name === undefined || isIP(name) !== 0 || LOCAL_NAME.test(name)) return;
  const own = publicUrl === undefined ? [host] : [host, new URL(publicUrl).hostname];
  if (own.includes(name) || (publicUrl === undefined && ANY_ADDRESS.includes(host))) return;
  const hint = 'Open the site by its own address; who runs it sets that as PUBLIC_URL.';
  throw new DomainError('wrong-host', hint);
}

/** The name in the `Host` header, in small letters, without port, brackets and the dot that ends a full name. */
function hostNameOf({ headers, raw }: FastifyRequest): string | undefined {
  const { host } = headers;
  if (host === undefined && raw.httpVersion === '1.0') return undefined;
  const url = `http://${host ?? ''}`;
  // If there are two, a proxy in front may have checked the other one.
  const times = raw.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host').length;
  if (times !== 1 || !/^[\w.:[\]-]+$/.test(host ?? '') || !URL.canParse(url)) {
    throw new DomainError('malformed-request', 'A request names the host that it is for.');
  }
  return new URL(url).hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
}
