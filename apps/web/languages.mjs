/**
 * Writes what the browser needs of the languages beside English: of each file `<language>.json` (a translation for every
 * English text) the translations by the ids of the messages, in a file that is named by its content, and the page of the
 * site with the list of these files. `node languages.mjs [folder of the languages] [page] [folder of the results]`
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ɵcomputeMsgId as idOf } from '@angular/localize';

const LIST = '<meta name="languages" content="" />';

const [from = 'apps/web/languages', page = 'apps/web/src/index.html', to = 'dist/apps/web-languages'] =
  process.argv.slice(2);

/** The name of the written file, without its ending: `de-1a2b3c4d`. */
async function writeWords(language) {
  const translations = JSON.parse(await readFile(join(from, `${language}.json`), 'utf8'));
  const byId = Object.entries(translations).map(([english, translation]) => [idOf(english), translation]);
  const words = JSON.stringify(Object.fromEntries(byId));
  const name = `${language}-${createHash('sha256').update(words).digest('hex').slice(0, 8)}`;
  await writeFile(join(to, 'i18n', `${name}.json`), words);
  return name;
}

// Files of an earlier run may have other names.
await rm(to, { recursive: true, force: true });
await mkdir(join(to, 'i18n'), { recursive: true });
const files = (await readdir(from)).filter((file) => file.endsWith('.json')).sort();
const names = await Promise.all(files.map((file) => writeWords(basename(file, '.json'))));
const html = await readFile(page, 'utf8');
if (!html.includes(LIST)) throw new Error(`${page} has no place for the list of the languages: ${LIST}`);
await writeFile(join(to, 'index.html'), html.replace(LIST, LIST.replace('""', `"${names.join(' ')}"`)));
