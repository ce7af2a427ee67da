import { Page } from '@playwright/test';
import { everyPage, Words } from '../support/every-page';
import { expect, test } from '../support/fixtures';
import { refusals } from '../support/refusals';
import { forgetLanguage, offerLanguage, showIn } from '../support/site-language';
import { shotPath } from '../support/shots';
import { strange, strangeWords } from '../support/strange-language';

const LANGUAGE = 'qps';
/** Pages whose pictures are kept, for people to look at. */
const SHOWN: ReadonlySet<string> = new Set(['show-two-chosen', 'admin-show']);
const WORDS: Words = { title: 'Ondine 7', venue: 'Kursaal', description: 'Wet.', name: 'Ada Lovelace' };
/** Elements whose words are not ours: who runs the venue, what people and mail servers wrote, what the server counts, zones, devices and languages by their names. */
const NOT_OURS =
  'address, code, samp, noscript, script, style, select, bdi, mx-audit-rules h3, mx-session-list strong, app-language-switch button';
/** Words on the pages that are no texts of the site: names, what the API says, dates, the name of the site. */
const DATA = [
  ...Object.values(WORDS),
  'Modex',
  'nothing-is-called-this',
  /Coordinated Universal Time|UTC|GMT/,
  // The name of the admin, and the code of a booking.
  /(?<=òƒ )Admin/,
  /\b[A-Z2-9]{8}\b/,
  /\S+@\S+/,
  // Rows and seats by the words of their plan.
  /(?:Row )?[A-Z]+, seat \d+/,
  /\bRow [A-Z]+\b/,
  // As the calendar and the browser write them.
  /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/,
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*/,
  /(?<=\d{4}|[a-z]{3}) at (?=\d)/,
  // What other tests have left in the database: shows in other zones.
  /\b[A-Z][a-z]+(?: [A-Z][a-z]+)* Time\b/,
];

/** Every text of a page that was not translated and is no data, in its elements, its labels and its title. */
async function untranslated(page: Page, written: () => Promise<Iterable<string>>): Promise<readonly string[]> {
  const texts = await page.evaluate((notOurs) => {
    const found = new Set([document.title]);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!node.parentElement?.closest(notOurs)) found.add(node.textContent ?? '');
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      for (const labelled of document.body.querySelectorAll(`[${name}]`)) found.add(labelled.getAttribute(name) ?? '');
    }
    return [...found];
  }, NOT_OURS);
  const data = [...(await written()), ...DATA];
  const left = texts.map((text) => data.reduce<string>((rest, one) => rest.replaceAll(everywhere(one), ''), text));
  return left.filter((text) => /[A-Za-z]{2}/.test(text)).map((text) => text.trim());
}

function everywhere(data: string | RegExp): string | RegExp {
  return typeof data === 'string' ? data : new RegExp(data, 'g');
}

test('every text of every page is translated, under the policy of the site', async ({ page, boxOffice }) => {
  test.setTimeout(600_000);
  const refused = await refusals(page);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await offerLanguage(page, LANGUAGE, await strangeWords());
  const found: string[] = [];
  // Other tests write it at the same time.
  const all = new Set(await boxOffice.writtenOfTheVenue());
  const written = async (): Promise<Iterable<string>> => {
    for (const text of await boxOffice.writtenOfTheVenue()) all.add(text);
    return all;
  };
  let seen = 0;
  const look = async (name: string): Promise<void> => {
    // A dialog does not outlive the new language.
    if (name === 'show-dialog') return;
    await showIn(page, LANGUAGE);
    await expect(page.locator(`app-language-switch [lang="${LANGUAGE}"]`)).toHaveAttribute('aria-current', 'true');
    if (SHOWN.has(name)) await page.screenshot({ path: shotPath(`strange-${name}`), fullPage: true });
    found.push(...(await untranslated(page, written)).map((text) => `${name}: ${text}`));
    seen += await page.getByText(/[àèìòù]/).count();
    await forgetLanguage(page);
    // The walk goes on from here, by the words of its buttons.
    if (name === 'show-two-chosen') await page.reload();
  };
  await everyPage({ page, boxOffice, words: WORDS, look });
  expect({ found, failures, refused }).toEqual({ found: [], failures: [], refused: [] });
  expect(seen).toBeGreaterThan(200);
});

test('a text that was not translated is found', async ({ page }) => {
  await page.goto('/nowhere');
  await page.locator('mx-blank-state').waitFor();
  expect(await untranslated(page, async () => [])).toContain('We cannot find this page');
});

test('places for values and the forms of a plural stay as they are in strange letters', () => {
  expect(strange('Row {$row}')).toBe(`${strange('Row')} {$row}`);
  expect(strange('Row')).not.toMatch(/[A-Za-z]/);
  expect(strange('{n, plural, =1 {1 seat} other {{$seats} seats}}')).toBe(
    `{n, plural, =1 {1 ${strange('seat')}} other {{$seats} ${strange('seats')}}}`,
  );
});
