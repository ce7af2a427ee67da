/** The language of the texts in the code. */
export const ENGLISH = 'en';
/** Where the browser keeps the language that somebody chose, such as `de`. */
const CHOICE = 'modex.language';

/** The language that was chosen in this browser; English without a choice. */
export function chosenLanguage(): string {
  const chosen = kept();
  return chosen !== null && /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(chosen) ? chosen : ENGLISH;
}

function kept(): string | null {
  try {
    return localStorage.getItem(CHOICE);
  } catch (error) {
    // A browser that keeps nothing throws.
    if (error instanceof DOMException) return null;
    throw error;
  }
}
