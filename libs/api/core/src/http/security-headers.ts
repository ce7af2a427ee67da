import { Settings } from '../settings';

/**
 * The policy of answers that are no pages (data, problems, files): nothing may run or load in them. The site's pages and
 * the explorer of the API set their own policy instead.
 */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Browser features that no page of ours needs, and that nothing it loads may use either. */
const NO_POWERS = ['display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb'];

/** The camera reads tickets at the door; nothing that a page of ours loads from elsewhere may use it. */
const POWERS = ['camera=(self)', ...NO_POWERS.map((power) => `${power}=()`)].join(', ');

const ALWAYS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': NO_PAGE,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': POWERS,
  // Other sites must not learn the address of a ticket.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** A year: the public address is on https, and a browser that was there once then always uses https. */
const HTTPS_ONLY = { 'Strict-Transport-Security': 'max-age=31536000' } as const;

/**
 * The headers of every answer, whoever gives it: routes, refusals, the site, and the parser before any of them. They are set
 * before anything can answer; a page sets its own policy later.
 */
export function securityHeaders({ publicUrl }: Pick<Settings, 'publicUrl'>): Readonly<Record<string, string>> {
  return publicUrl?.startsWith('https:') ? { ...ALWAYS, ...HTTPS_ONLY } : ALWAYS;
}
