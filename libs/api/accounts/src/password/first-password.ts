import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mixes up when reading aloud. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random password to be passed on: four groups of four characters, about 79 random bits. */
export function firstPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
