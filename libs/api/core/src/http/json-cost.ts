import { DomainError } from '@modex/domain';

/** Objects and lists within each other; no body of the API has more than three. */
const MAX_DEPTH = 16;
/** The most that a JSON text may hold. */
export interface JsonLimits {
  /** Fields of all objects together. */
  readonly fields: number;
  /** Entries of all lists and objects together. */
  readonly entries: number;
}

/**
 * Of usual bodies: each unknown field is refused by name, which costs the most of all; entries are far more than the seats
 * of a booking, so that too many seats get their own error.
 */
const USUAL: JsonLimits = { fields: 200, entries: 5_000 };

const [QUOTE, BACKSLASH, COLON, COMMA] = [0x22, 0x5c, 0x3a, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Counts the values of a JSON text in one pass over its bytes, before it is parsed, and refuses more than any route can
 * use. Invalid JSON may be counted wrongly, but the parser refuses it then.
 * @throws DomainError `malformed-body` when it is nested too deeply, `payload-too-large` when it holds too much
 */
export function refuseCostlyJson(text: Uint8Array, limits = USUAL): void {
  let [depth, fields, entries] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case COLON:
        if (++fields > limits.fields) throw tooMuch();
        break;
      case COMMA:
        if (++entries > limits.entries) throw tooMuch();
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        if (++depth > MAX_DEPTH) throw tooDeep();
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth--;
        break;
      default:
    }
  }
}

/** Where the string that begins here ends: at its closing quote, or at the end of the text. */
function endOfString(text: Uint8Array, begin: number): number {
  let end = text.indexOf(QUOTE, begin + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf(QUOTE, end + 1);
  return end === -1 ? text.length : end;
}

/** A quote behind an odd number of backslashes is part of the string. */
function isEscaped(text: Uint8Array, quote: number): boolean {
  let first = quote;
  while (text[first - 1] === BACKSLASH) first--;
  return (quote - first) % 2 === 1;
}

function tooMuch(): DomainError {
  return new DomainError('payload-too-large', 'The body holds more values than any request needs.');
}

function tooDeep(): DomainError {
  return new DomainError('malformed-body', 'The body is nested too deeply; send plain fields.');
}
