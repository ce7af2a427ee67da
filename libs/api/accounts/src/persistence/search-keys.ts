import { foldedWords } from '@modex/domain';

/** The lengths of a word's beginnings that are kept as keys; a search uses the longest that it has. */
const BEGINNINGS = [2, 3, 6];

/** What people are found by. */
interface Named {
  readonly name: string;
  readonly email: string;
}

/**
 * The beginnings of the words of name and e-mail, for an index that can only look up equal values; a word of one letter is
 * kept whole. A write to the name or the e-mail must write the keys anew, from both.
 */
export function searchKeys(person: Named): string[] {
  return [...new Set(wordsOf(person).flatMap(beginningsOf))];
}

/** The rarest key of a search: the longest beginning of the word. Undefined for a single letter. */
export function keyToAsk(word: string): string | undefined {
  return beginningsOf(word)
    .filter((beginning) => [...beginning].length > 1)
    .at(-1);
}

/** Each of the searched words begins a word of the person's name or e-mail. */
export function isFoundBy(person: Named, searched: readonly string[]): boolean {
  const words = wordsOf(person);
  return searched.every((beginning) => words.some((word) => word.startsWith(beginning)));
}

function wordsOf({ name, email }: Named): readonly string[] {
  return [...foldedWords(name), ...foldedWords(email)];
}

function beginningsOf(word: string): readonly string[] {
  const letters = [...word];
  if (letters.length === 1) return [word];
  return BEGINNINGS.filter((count) => count <= letters.length).map((count) => letters.slice(0, count).join(''));
}
