import * as ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';

/** Groups of an IPv6 address that a provider gives to one customer: a /64. */
const OWN_GROUPS = 4;
/** `192.0.2.7:4711`, `[2001:db8::1]:4711`; in brackets also without a port. */
const WITH_PORT = /^(?:(?<v4>[\d.]+):\d+|\[(?<v6>[^\]]+)\](?::\d+)?)$/;

const UNKNOWN = 'unknown';
/** Networks by address: each request asks for its own several times. */
const known = new LRUCache<string, string>({ max: 10_000, memoMethod: readNetwork });

/**
 * The network of an address: an IPv4 address, or the first 64 bits of an IPv6 address, since one customer of a provider has
 * all 2⁶⁴ addresses that begin with them. Some proxies add the port, which is ignored.
 */
export function networkOf(address: string | undefined): string {
  return address === undefined ? UNKNOWN : known.memo(address);
}

function readNetwork(address: string): string {
  const bare = address.replace(WITH_PORT, '$<v4>$<v6>');
  if (!ipaddr.isValid(bare)) return UNKNOWN;
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, OWN_GROUPS)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
