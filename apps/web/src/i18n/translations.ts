import type { registerLocaleData } from '@angular/common';
import english from '@angular/common/locales/en';
import { loadTranslations } from '@angular/localize';

/** Angular counts the plural forms in this order. */
const PLURAL_FORMS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The translation of each message by its id. */
type Words = Record<string, string>;

/**
 * Makes the site speak a language; when its words cannot be loaded, it stays English. Call it once, before the app is imported.
 * @param file the name of the file of its words, without its ending
 * @param registerLocale Angular's `registerLocaleData`: the caller has it, and this module would part Angular in two
 */
export async function speak(language: string, file: string, registerLocale: typeof registerLocaleData): Promise<void> {
  const words = await wordsOf(file);
  if (words === undefined) return;
  registerLocale(localeOf(language), language);
  loadTranslations(words);
  $localize.locale = language;
  document.documentElement.lang = language;
}

/** A page in English is better than none, so no failure here stops the page. */
async function wordsOf(file: string): Promise<Words | undefined> {
  try {
    const answer = await fetch(`/i18n/${file}.json`);
    if (answer.ok) return (await answer.json()) as Words;
    console.error(`The words in ${file} cannot be loaded: ${answer.status}.`);
  } catch (error) {
    console.error(error);
  }
  return undefined;
}

/**
 * The locale data without which Angular fails at the first plural. The plural forms of the language come from `Intl`; they
 * are the last entry of the data. No pipe of Angular's writes our numbers and dates, so the rest of it is of no use.
 */
function localeOf(language: string): readonly unknown[] {
  const rules = new Intl.PluralRules(language);
  return [language, ...english.slice(1, -1), (count: number) => PLURAL_FORMS.indexOf(rules.select(count))];
}
