import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { siteMessages } from '../support/site-messages';

const LANGUAGES = resolve(__dirname, '../../../web/languages');

const files = readdirSync(LANGUAGES);
const textsOf = (file: string): readonly string[] =>
  Object.keys(JSON.parse(readFileSync(resolve(LANGUAGES, file), 'utf8')));

/** Which English texts of the site a language does not say, and which of its own the site no longer has. */
function comparison(
  site: Iterable<string>,
  language: readonly string[],
): Readonly<Record<'missing' | 'unused', string[]>> {
  const [all, said] = [new Set(site), new Set(language)];
  return {
    missing: [...all].filter((text) => !said.has(text)),
    unused: [...said].filter((text) => !all.has(text)),
  };
}

for (const file of files) {
  test(`every text of the site is in ${file}, and nothing else`, async () => {
    const messages = await siteMessages();
    expect(messages.size).toBeGreaterThan(1_000);
    expect(comparison(messages.values(), textsOf(file))).toEqual({ missing: [], unused: [] });
  });
}

test('a text without a translation is found, and a translation that nothing uses', () => {
  expect(comparison(['Row', 'Seat'], ['Seat', 'Place'])).toEqual({ missing: ['Row'], unused: ['Place'] });
  expect(files).toContain('de.json');
});
