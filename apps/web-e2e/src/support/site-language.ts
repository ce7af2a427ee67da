import { Page } from '@playwright/test';
import { expect } from './fixtures';

const CHOICE = 'modex.language';

/** Shows the page of this address in a language of the site, whichever it was in. */
export async function showIn(page: Page, language: string): Promise<void> {
  await page.evaluate(([name = '', chosen = '']) => localStorage.setItem(name, chosen), [CHOICE, language]);
  await page.reload();
  await page.locator(`html[lang="${language}"] main h1`).first().waitFor();
  await expect(page.locator('mx-skeleton')).toHaveCount(0);
}

/** The next pages that are opened have the language of the browser again. */
export async function forgetLanguage(page: Page): Promise<void> {
  await page.evaluate((name) => localStorage.removeItem(name), CHOICE);
}

/** Lets the site have a language more, as if its file had been there when the site was built. `words`: by the ids of the messages. */
export async function offerLanguage(
  page: Page,
  language: string,
  words: Readonly<Record<string, string>>,
): Promise<void> {
  const file = `${language}-00000000`;
  await page.route(`**/i18n/${file}.json`, (route) => route.fulfill({ json: words }));
  await page.addInitScript((name) => {
    // After the page is parsed, and before its scripts run.
    document.addEventListener('readystatechange', () => {
      const list = document.querySelector<HTMLMetaElement>('meta[name="languages"]');
      if (document.readyState === 'interactive' && list) list.content += ` ${name}`;
    });
  }, file);
}
