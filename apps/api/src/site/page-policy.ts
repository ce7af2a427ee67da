/**
 * What a page of the site may do: run the scripts and show the styles, pictures and fonts of this origin, speak to it,
 * and nothing else. Styles that components bring along at run time carry the nonce of the answer. No script is made
 * from text: the only makers of trusted types are those of Angular, of its overlays, and of its loading of parts.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler angular#components',
  ].join('; ');
}
