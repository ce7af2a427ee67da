const HERE = 'https://here.invalid';

/**
 * A path of this site to go back to, such as "/bookings?x=1". Read as a browser reads it, so that whatever leads
 * elsewhere ("//host", "/\host", "/..//host") shows itself; that, and the sign-in itself, become the
 * fallback.
 */
export function localPath(wanted: string | undefined, fallback = '/'): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, HERE)) return fallback;
  const { origin, pathname, search, hash } = new URL(wanted, HERE);
  if (origin !== HERE || pathname.startsWith('//') || pathname === '/sign-in') return fallback;
  return pathname + search + hash;
}
