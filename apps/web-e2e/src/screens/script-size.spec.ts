import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const BUILT = resolve(__dirname, '../../../../dist/apps/web/browser');
const IMPORTED = /(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g;

/** What every page needs: the framework and the frame. */
const START = /^(main|polyfills|start)-[\w-]{8}\.js$/;
/** What the pages of the admin area stand in; it is counted for all pages. */
const ADMIN = /^admin-area-[\w-]{8}\.js$/;
const PAGE = /-page-[\w-]{8}\.js$/;

/** In thousands of bytes, as compressed as Brotli can. */
const MOST_AT_START = 104;
const MOST_OF_A_PAGE = 200;
/** The editor of plans, and the page and the form of a show for staff, are above that, and no customer opens them. */
const MOST_FOR_STAFF = 207;
const FOR_STAFF = /^(plan|admin-show|new-show)-page-/;

const scripts = readdirSync(BUILT).filter((name) => name.endsWith('.js'));
const compressed = new Map(
  scripts.map((name) => [name, brotliCompressSync(readFileSync(resolve(BUILT, name))).length / 1000]),
);

/** The size of these scripts and of all that they import before they run. */
function sizeOf(names: readonly string[]): number {
  const needed = new Set(names);
  // Iterating over a set includes entries that are added meanwhile.
  for (const name of needed) {
    for (const [, imported = ''] of readFileSync(resolve(BUILT, name), 'utf8').matchAll(IMPORTED)) needed.add(imported);
  }
  return [...needed].reduce((sum, name) => sum + (compressed.get(name) ?? 0), 0);
}

const start = scripts.filter((name) => START.test(name));
const pages = scripts.filter((name) => PAGE.test(name));

test('what runs before the first page is no larger than its budget', () => {
  expect(start).toHaveLength(3);
  expect(sizeOf(start)).toBeGreaterThan(50);
  expect(sizeOf(start)).toBeLessThanOrEqual(MOST_AT_START);
});

test('no page needs more scripts than its budget, with all that runs before it', () => {
  const frame = scripts.filter((name) => ADMIN.test(name));
  expect(frame).toHaveLength(1);
  expect(pages.length).toBeGreaterThan(15);
  const tooLarge = pages
    .map((page) => ({ page, size: Math.ceil(sizeOf([...start, ...frame, page])) }))
    .filter(({ page, size }) => size > (FOR_STAFF.test(page) ? MOST_FOR_STAFF : MOST_OF_A_PAGE));
  expect(tooLarge).toEqual([]);
});
