import { FastifyInstance } from 'fastify';
import { Settings } from '../settings';

/**
 * What may happen in a document of this origin that is no page: nothing. Data, problems and files get it; the site's
 * pages and the explorer of the API put their own in its place.
 */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Powers of the browser that no page of ours asks for; neither may whatever it were to load. */
const NO_POWERS = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb']
  .map((power) => `${power}=()`)
  .join(', ');

const ALWAYS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': NO_PAGE,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': NO_POWERS,
  // The address of a ticket is nobody else's business.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** A year: the public address is on https, and a browser that was there once never asks for it without. */
const HTTPS_ONLY = { 'Strict-Transport-Security': 'max-age=31536000' } as const;

/** The headers of every answer, whoever gives it: routes, refusals, the site, and the parser before any of them. */
export function securityHeaders({ publicUrl }: Pick<Settings, 'publicUrl'>): Readonly<Record<string, string>> {
  return publicUrl?.startsWith('https:') ? { ...ALWAYS, ...HTTPS_ONLY } : ALWAYS;
}

/** Puts them on before anything can answer; a page sets its own policy later. */
export function addSecurityHeaders(fastify: FastifyInstance, settings: Pick<Settings, 'publicUrl'>): void {
  const headers = securityHeaders(settings);
  fastify.addHook('onRequest', async (_request, reply) => {
    void reply.headers(headers);
  });
}
