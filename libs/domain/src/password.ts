import { LIMITS } from './limits';

/** What is wrong with a password that somebody chose, as far as anybody can tell by looking at it. */
export type PasswordFault = 'short' | 'long' | 'blank' | 'monotonous' | 'personal';

/** The words of each refusal; `common` is decided by the code that has the list of common passwords. */
export const PASSWORD_WORDS: Readonly<Record<PasswordFault | 'common', string>> = {
  short: `Use at least ${LIMITS.passwordMin} characters.`,
  long: `Use at most ${LIMITS.passwordMax} characters.`,
  blank: 'Use more than blanks.',
  monotonous: 'Use more than a few characters again and again, or in their order.',
  personal: 'Use something else than your name or your e-mail.',
  common: 'This is one of the passwords that are tried first; choose another.',
};

const FEWEST_DIFFERENT = 4;

/** Whose password it is, as far as that is known. */
export interface PasswordOwner {
  readonly name?: string;
  readonly email?: string;
}

/** The rule for new passwords, in the API, the site and the environment; lengths in characters as people count them. */
export function passwordFault(
  password: string,
  { name = '', email = '' }: PasswordOwner = {},
): PasswordFault | undefined {
  const characters = [...normalPassword(password)];
  if (characters.length < LIMITS.passwordMin) return 'short';
  if (isTooLong(password)) return 'long';
  if (characters.every((character) => /[\s\p{Z}\p{C}]/u.test(character))) return 'blank';
  const plain = plainly(password);
  const personal = [name, email, email.split('@')[0] ?? ''].map(plainly);
  if (plain !== '' && personal.includes(plain)) return 'personal';
  return new Set(characters).size < FEWEST_DIFFERENT || isRun(characters) ? 'monotonous' : undefined;
}

/** Whether the password is longer than any that an account can have, so that no time is spent on comparing it. */
export function isTooLong(password: string): boolean {
  return [...password].length > LIMITS.passwordMax || [...normalPassword(password)].length > 2 * LIMITS.passwordMax;
}

/** The normal form of a password: the same whichever keyboard it was typed on (NIST SP 800-63B). */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** `abcdefghij`, `0987654321`: each character is the one after, or before, its neighbour. */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return [1, -1].some((step) => steps.every((taken) => taken === step || taken === -9 * step));
}

function plainly(text: string): string {
  return normalPassword(text).toLowerCase().replace(/\s/gu, '');
}
