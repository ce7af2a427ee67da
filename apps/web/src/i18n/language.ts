/** The language of the texts in the code. */
export const ENGLISH = 'en';
/** Where the browser keeps the language that somebody chose, such as `de`. */
const CHOICE = 'modex.language';
/** A file of words is named by its language and its content: `de-1a2b3c4d`. */
const CONTENT = /-\w{8}$/;

/** The languages of the site beside English, each with the name of the file of its words. The build lists them in the page. */
export function translatedLanguages(): ReadonlyMap<string, string> {
  const list = document.querySelector<HTMLMetaElement>('meta[name="languages"]')?.content ?? '';
  return new Map((list.match(/\S+/g) ?? []).map((file) => [file.replace(CONTENT, ''), file]));
}

/** The language that was chosen in this browser, or the first of the browser's own that the site has; else English. */
export function preferredLanguage(): string {
  const languages = [ENGLISH, ...translatedLanguages().keys()];
  const found = (wanted: string): string | undefined =>
    languages.find((language) => language === wanted) ??
    languages.find((language) => withoutRegion(language) === withoutRegion(wanted));
  return [chosenLanguage(), ...navigator.languages].map(found).find((language) => language !== undefined) ?? ENGLISH;
}

/** Keeps the language in this browser, and shows the page in it; in a browser that keeps nothing it stays as it is. */
export function chooseLanguage(language: string): void {
  inStorage(() => localStorage.setItem(CHOICE, language));
  location.reload();
}

function withoutRegion(language: string): string {
  return language.replace(/-.*/, '');
}

function chosenLanguage(): string {
  return inStorage(() => localStorage.getItem(CHOICE)) ?? '';
}

/** A browser that keeps nothing throws. */
function inStorage<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
