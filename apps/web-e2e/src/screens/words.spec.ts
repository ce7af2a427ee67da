import { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures';
import { everyPage, Words } from '../support/every-page';
import { unreadable } from '../support/readable';
import { shotPath } from '../support/shots';
import { forgetLanguage, showIn } from '../support/site-language';

const PLAIN: Words = {
  title: 'The Moon over Theatre Street',
  venue: 'Great Hall',
  description: 'A comedy in three acts, with an interval after the second.',
  name: 'Ada Lovelace',
};
const WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbe';
const LONG = WORD.repeat(4).slice(0, 200);
const HEBREW = 'האופרה: כרמן (2027)!';

const IS_BY_HAND = process.env['E2E_WALKS'] === 'on';

const LOOKS = [
  {
    what: 'words of 63 letters, and letters twice as large, on a phone',
    width: 360,
    words: { ...PLAIN, title: WORD, venue: WORD, name: WORD },
    sizes: ['100%', '200%'],
  },
  {
    what: 'titles of 200 letters on a desk',
    tag: '@walk',
    width: 1280,
    words: { ...PLAIN, title: LONG, venue: WORD, description: LONG },
    sizes: ['100%'],
  },
  { what: 'in German on a phone', tag: '@walk', width: 360, language: 'de', words: PLAIN, sizes: ['100%'] },
  { what: 'in German on a desk', tag: '@walk', width: 1280, language: 'de', words: PLAIN, sizes: ['100%'] },
] as const;

/** Letters of this size, as somebody sets it in the browser. */
async function resize(page: Page, size: string): Promise<void> {
  await page.evaluate((wanted) => (document.documentElement.style.fontSize = wanted), size);
  await page.evaluate(() => new Promise(requestAnimationFrame));
}

for (const { what, width, words, sizes, ...more } of LOOKS) {
  const tag = 'tag' in more ? more.tag : [];
  test(`every page can be read: ${what}`, { tag }, async ({ page, boxOffice }) => {
    await page.setViewportSize({ width, height: width < 500 ? 740 : 900 });
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      // A dialog does not outlive the new language.
      if ('language' in more && name === 'show-dialog') return;
      if ('language' in more) await showIn(page, more.language);
      for (const size of sizes) {
        await resize(page, size);
        // Pictures are for people to look at.
        if (IS_BY_HAND) await page.screenshot({ path: shotPath(`words-${width}-${size}-${name}`), fullPage: true });
        found.push(...(await unreadable(page)).map((words) => `${name}, ${size}: ${words}`));
      }
      await resize(page, '100%');
      if (!('language' in more)) return;
      await forgetLanguage(page);
      // The walk goes on from here, by the words of its buttons.
      if (name === 'show-two-chosen') await page.reload();
    };
    await everyPage({ page, boxOffice, words, look });
    expect(found).toEqual([]);
  });
}

test('marks and brackets of a title from right to left stand on its left, on every page', async ({
  page,
  boxOffice,
}) => {
  const words = { title: HEBREW, venue: HEBREW, description: HEBREW, name: 'מרים (א)!' };
  const found: string[] = [];
  let seen = 0;
  const look = async (name: string): Promise<void> => {
    const marks = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const places: { text: string; isLeft: boolean }[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        const [first, last] = [text.search(/[א-ת]/), text.indexOf('!')];
        if (first < 0 || last < first || !node.parentElement?.checkVisibility()) continue;
        const at = (index: number): DOMRect => {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          return range.getBoundingClientRect();
        };
        if (at(first).width === 0) continue;
        places.push({ text, isLeft: at(last).left < at(first).left || at(last).top > at(first).top });
      }
      return places;
    });
    seen += marks.length;
    found.push(...marks.filter(({ isLeft }) => !isLeft).map(({ text }) => `${name}: ${text.trim()}`));
  };
  await everyPage({ page, boxOffice, words, look });
  expect(found).toEqual([]);
  expect(seen).toBeGreaterThan(20);
});

test('words that are cut off, or beyond the window, are found', async ({ page }) => {
  await page.goto('/nowhere');
  await page.locator('mx-blank-state').waitFor();
  expect(await unreadable(page)).toEqual([]);
  await page.evaluate(() => {
    const [box, far] = [document.createElement('p'), document.createElement('p')];
    Object.assign(box.style, { overflow: 'hidden', width: '50px', whiteSpace: 'nowrap' });
    Object.assign(far.style, { position: 'absolute', left: '-200px', width: '100px' });
    box.textContent = 'A title that is cut off';
    far.textContent = 'Nobody sees this';
    document.querySelector('main')?.append(box, far);
  });
  expect(await unreadable(page)).toEqual(['cut: A title that is cut off', 'cut: Nobody sees this']);
});
