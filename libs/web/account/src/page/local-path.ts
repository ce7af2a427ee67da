const HERE = 'https://here.invalid';

/**
 * A path of this site to go back to, such as "/bookings?x=1". It is parsed as a browser parses it, so that paths to other
 * sites ("//host", "/\host", "/..//host") are recognised. Those, and the sign-in page itself, are replaced by the
 * fallback.
 */
export function localPath(wanted: string | undefined, fallback = '/'): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return fallback;
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  if (origin !== HERE || pathname.startsWith('//') || pathname === '/sign-in') return fallback;
  return pathname + search + hash;
}
