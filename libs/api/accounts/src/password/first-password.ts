import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mixes up when reading aloud. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that nobody chose, to be told to somebody: four groups of four, about 79 random bits. */
export function firstPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
