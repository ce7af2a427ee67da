/** Letters that Unicode does not decompose, although people write them with plain ones. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'ng',
  þ: 'th',
  ŧ: 't',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
const MARKS = /\p{M}/gu;
const APOSTROPHES = /['’‘ʼ`´]/g;
const NO_WORD = /[^\p{L}\p{N}]+/u;

/**
 * The words of a text as it is searched: in lower case, without accents, apostrophes and marks of any other kind, so that
 * whoever types "strasse" or "kobenhavn" finds "Straße" and "København".
 */
export function foldedWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(APOSTROPHES, '')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
  return plain.split(NO_WORD).filter((word) => word !== '');
}
