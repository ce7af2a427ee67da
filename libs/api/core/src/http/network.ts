import * as ipaddr from 'ipaddr.js';

/** Groups of an IPv6 address that a provider gives to one customer: a /64. */
const OWN_GROUPS = 4;
/** `192.0.2.7:4711`, `[2001:db8::1]:4711`; in brackets also without a port. */
const WITH_PORT = /^(?:(?<v4>[\d.]+):\d+|\[(?<v6>[^\]]+)\](?::\d+)?)$/;

/**
 * Who sends from this address, as far as an address can tell: an IPv4 address, or the first 64 bits of an IPv6 address,
 * since whoever has one of these has all 2⁶⁴ that begin so. Some proxies tell the port too, which tells nobody apart.
 */
export function networkOf(address: string | undefined): string {
  const bare = address?.replace(WITH_PORT, '$<v4>$<v6>');
  if (bare === undefined || !ipaddr.isValid(bare)) return 'unknown';
  const parsed = ipaddr.process(bare);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, OWN_GROUPS)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
