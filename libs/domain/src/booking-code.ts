/**
 * The characters of a booking's code. No two of them look alike, in print or in handwriting: 0 and O, 1, I and L are left
 * out, and of 2 and Z, 5 and S, 8 and B, U and V only one is in.
 */
export const CODE_ALPHABET = '23456789ACDEFGHJKMNPQRTVWXY';

/** 27 characters on 8 places: 38 random bits, looked up only together with the customer's e-mail. */
export const CODE_LENGTH = 8;

/** Characters that no code has, and the character of a code that each is mistaken for. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2', U: 'V', O: 'Q', '0': 'Q' };

/**
 * The code that somebody typed: in any case, with blanks and dashes anywhere, and with characters that only look like
 * those of the code.
 * @returns undefined for what can be no code
 */
export function readBookingCode(typed: string): string | undefined {
  const written = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}_.]/gu, '')
    .toUpperCase();
  const code = [...written].map((character) => LOOKS_LIKE[character] ?? character);
  const isCode = code.length === CODE_LENGTH && code.every((character) => CODE_ALPHABET.includes(character));
  return isCode ? code.join('') : undefined;
}

/** "7KQ8 V25M": a code as it is read out and compared. */
export function codeInGroups(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
