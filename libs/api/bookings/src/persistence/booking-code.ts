import { randomInt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '@modex/domain';

/** A code for a new booking, each character drawn evenly by the system's random source. */
export function newBookingCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}
