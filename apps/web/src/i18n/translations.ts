import type { registerLocaleData } from '@angular/common';
import english from '@angular/common/locales/en';
import { loadTranslations } from '@angular/localize';

/** Angular counts the plural forms in this order. */
const PLURAL_FORMS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** A file of words: the translation of each message by its id, as `nx run web:words` writes it for English. */
interface Words {
  readonly translations: Readonly<Record<string, string>>;
}

/**
 * Makes the site speak a language whose words are a file at `/i18n/<language>.json`; without the file it stays English.
 * Call it once, before the app is imported.
 * @param registerLocale Angular's `registerLocaleData`: the caller has it, and this module would part Angular in two
 */
export async function speak(language: string, registerLocale: typeof registerLocaleData): Promise<void> {
  const words = await wordsOf(language);
  if (words === undefined) return;
  registerLocale(localeOf(language), language);
  loadTranslations({ ...words.translations });
  $localize.locale = language;
  document.documentElement.lang = language;
}

/** A page in English is better than none, so no failure here stops the page. */
async function wordsOf(language: string): Promise<Words | undefined> {
  try {
    const answer = await fetch(`/i18n/${language}.json`);
    if (answer.ok) return (await answer.json()) as Words;
    console.error(`There are no words for the language ${language}: ${answer.status}.`);
  } catch (error) {
    console.error(error);
  }
  return undefined;
}

/**
 * The locale data without which Angular fails at the first plural. The plural forms of the language come from `Intl`; they
 * are the last entry of the data. Numbers and dates are written as in English.
 */
function localeOf(language: string): readonly unknown[] {
  const rules = new Intl.PluralRules(language);
  return [language, ...english.slice(1, -1), (count: number) => PLURAL_FORMS.indexOf(rules.select(count))];
}
