import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The app itself, which the first script imports once the words of the site are there. */
const START = /^start-[\w-]{8}\.js$/;
const IMPORTED = /(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g;

/**
 * The built page with a preload hint for every script of the app, so that all are fetched at once instead of one after the
 * other. Without the hints the page takes two more round trips to appear.
 */
export function withPreloads(html: string, root: string): string {
  const start = readdirSync(root).filter((name) => START.test(name));
  const hints = [...importedBy(root, start)].map((script) => `<link rel="modulepreload" href="${script}" />`);
  return html.replace('</head>', `${hints.join('')}</head>`);
}

/** These scripts, and all that they import before they run. */
function importedBy(root: string, scripts: readonly string[]): ReadonlySet<string> {
  const found = new Set(scripts);
  // Iterating over a set includes entries that are added meanwhile.
  for (const script of found) {
    for (const [, name = ''] of readFileSync(join(root, script), 'utf8').matchAll(IMPORTED)) found.add(name);
  }
  return found;
}
