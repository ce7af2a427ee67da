import { LIMITS } from './limits';

/** What a text may be: its length in characters as people count them in Unicode (code points), and whether it has lines. */
interface TextRule {
  readonly min: 0 | 1;
  readonly max: number;
  readonly lines: 'one' | 'many';
}

/** The kinds of text that people write. The one place that says what each may be. */
export const TEXTS = {
  title: { min: 1, max: LIMITS.title, lines: 'one' },
  label: { min: 1, max: LIMITS.label, lines: 'one' },
  planName: { min: 1, max: LIMITS.planName, lines: 'one' },
  venue: { min: 0, max: LIMITS.venue, lines: 'one' },
  description: { min: 0, max: LIMITS.description, lines: 'many' },
  organiserName: { min: 1, max: LIMITS.organiserName, lines: 'one' },
  address: { min: 0, max: LIMITS.address, lines: 'many' },
  houseRules: { min: 0, max: LIMITS.houseRules, lines: 'many' },
  gettingThere: { min: 0, max: LIMITS.gettingThere, lines: 'many' },
  reason: { min: 1, max: LIMITS.reason, lines: 'many' },
  door: { min: 1, max: LIMITS.door, lines: 'one' },
  personName: { min: 1, max: LIMITS.personName, lines: 'one' },
  bookingCode: { min: 1, max: LIMITS.bookingCode, lines: 'one' },
  search: { min: 0, max: LIMITS.search, lines: 'one' },
  bookingSearch: { min: 1, max: LIMITS.search, lines: 'one' },
} as const satisfies Readonly<Record<string, TextRule>>;
export type TextKind = keyof typeof TEXTS;

/** Blanks that are removed at the ends: white space of every script, and characters that draw nothing. */
const BLANK = String.raw`[\p{White_Space}\u{FEFF}\u{200B}\u{2060}\u{180E}\u{2800}\u{3164}\u{115F}\u{1160}\u{FFA0}]`;
const BLANKS_AT_THE_ENDS = new RegExp(`^${BLANK}+|${BLANK}+$`, 'gu');
const BLANKS = new RegExp(BLANK, 'gu');

/** Breaks of a line: of Windows, old Macs, old mainframes, and the two that Unicode added. */
const LINE_BREAKS = /\r\n|[\r\u{85}\u{2028}\u{2029}\v\f]/gu;
/** A character that draws something: letter, digit, punctuation, symbol, or one that a newer Unicode may have added. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cn}]/u;

/** What no text has, with the words that refuse it. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/\p{Cs}/u, 'has half a character (a lone surrogate)'],
  [/[\u{FFFD}\p{Noncharacter_Code_Point}]/u, 'has a character that was lost on the way; send it as UTF-8'],
  // Overrides reverse the order of letters ("gpj.exe"); embeddings affect the text beside them.
  [/[\u{202A}-\u{202E}]/u, 'has a character that turns the direction of writing around; write it without'],
];

/**
 * A text as it is stored: composed (NFC), with plain line breaks, without blanks at its ends. Far too long ones stay
 * as they are, since composing costs more the longer a text is; the length refuses them.
 */
export function cleanText(kind: TextKind, raw: string): string {
  const { max, lines } = TEXTS[kind];
  if (raw.length > 8 * max) return raw;
  const composed = raw.normalize('NFC').replace(BLANKS_AT_THE_ENDS, '');
  return lines === 'many' ? composed.replace(LINE_BREAKS, '\n').replaceAll('\t', ' ') : composed;
}

/** What is wrong with a cleaned text, as words that follow the name of its field; undefined: nothing. */
export function textFault(kind: TextKind, text: string): string | undefined {
  const { min, max, lines } = TEXTS[kind];
  if (text.length > 8 * max || [...text].length > max) return `has at most ${max} characters`;
  if (text === '') return min === 0 ? undefined : 'must not be empty';
  const fault = REFUSED.find(([pattern]) => pattern.test(text));
  if (fault !== undefined) return fault[1];
  const plain = lines === 'many' ? text.replaceAll('\n', '') : text;
  if (/[\p{Cc}\u{2028}\u{2029}]/u.test(plain)) {
    return lines === 'many' ? 'has control characters' : 'has control characters or line breaks; write one line';
  }
  if (!isolatesClose(text)) return 'opens or closes a direction of writing without its other end';
  return VISIBLE.test(text.replace(BLANKS, '')) ? undefined : 'has nothing that can be seen';
}

/** Marks (LRM, RLM, ALM) and joiners are part of writing; isolates too, when each ends within the text. */
function isolatesClose(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (/[\u{2066}-\u{2068}]/u.test(character)) open++;
    if (character === '\u{2069}' && --open < 0) return false;
  }
  return open === 0;
}
