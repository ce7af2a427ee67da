import { isIP } from 'node:net';
import { DomainError } from '@modex/domain';
import { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Settings } from '../settings';

/** Addresses that mean "every interface": they do not tell under which names the server is reached. */
const ANY_ADDRESS: readonly string[] = ['0.0.0.0', '::', '[::]'];

/** The names in `Host` headers, which are nearly always the same. */
const hostNames = new LRUCache<string, string>({ max: 1_000, memoMethod: readHostName });

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

/** The name in the `Host` header; undefined where HTTP/1.0 needs none. */
function hostNameOf({ headers, raw }: FastifyRequest): string | undefined {
  const { host } = headers;
  if (host === undefined && raw.httpVersion === '1.0') return undefined;
  // If there are two, a proxy in front may have checked the other one.
  const times = raw.rawHeaders.filter((text, index) => index % 2 === 0 && isHost(text)).length;
  const name = times === 1 ? hostNames.memo(host ?? '') : '';
  if (name === '') throw new DomainError('malformed-request', 'A request names the host that it is for.');
  return name;
}

function isHost(field: string): boolean {
  return field.length === 4 && field.toLowerCase() === 'host';
}

/** In small letters, without port, brackets and the dot that ends a full name; empty when it cannot be read. */
function readHostName(host: string): string {
  const url = `http://${host}`;
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(url)) return '';
  return new URL(url).hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase();
}
