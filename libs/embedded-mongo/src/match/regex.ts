import { locationFault, notImplemented } from '../errors';

const INVALID_OPTIONS = 51108;
const INVALID_PATTERN = 51091;
const END = '(?![\\s\\S])';

/** Escapes that mean the same to PCRE and JavaScript; ASCII, as MongoDB matches without Unicode properties. */
const CLASS_ESCAPES = 'dDwW';
const CONTROL_ESCAPES = 'nrtf';
const BOUNDARY_ESCAPES = 'bB';
const SPACE = ' \\t\\n\\v\\f\\r';
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/;
const QUANTIFIER = /^\{(\d+)(?:,(\d*))?\}/;
const GROUPS = ['(?:', '(?=', '(?!', '(?<=', '(?<!'] as const;

/** A pattern as JavaScript executes it, and the literal text that every match starts with, where that is known. */
export type CompiledPattern = { readonly regex: RegExp; readonly prefix: string };

/**
 * Translates a Perl-compatible pattern. What the two languages understand differently is written out (`$` also before
 * a last line break, `.` and lines ended by `\n` alone, ASCII classes); what has no translation is refused with
 * NotImplemented (238). Throws 51108 for an unknown option, 51091 for a pattern that is none.
 */
export function compilePattern(source: string, options: string): CompiledPattern {
  for (const option of options) {
    if (!'imsxu'.includes(option)) throw locationFault(INVALID_OPTIONS, `invalid flag in regex options: ${option}`);
  }
  if (options.includes('x')) throw notImplemented('the regex option x');
  if (source.includes('\u0000')) throw locationFault(INVALID_PATTERN, 'a regular expression contains a zero byte');
  const translated = new Translator(source, options).translate();
  try {
    return {
      regex: new RegExp(translated, options.includes('i') ? 'ui' : 'u'),
      prefix: literalPrefix(source, options),
    };
  } catch {
    throw locationFault(INVALID_PATTERN, `Regular expression is invalid: ${source}`);
  }
}

/** The literal that a case-sensitive pattern anchored at the start begins with; empty when there is none. */
function literalPrefix(source: string, options: string): string {
  if (!source.startsWith('^') || options.includes('i') || options.includes('m') || source.includes('|')) return '';
  const literal = /^[A-Za-z0-9 _\-:@,;<>=!"'%&~]*/.exec(source.slice(1))?.[0] ?? '';
  const follower = source[literal.length + 1];
  // A quantifier after the literal makes its last character optional.
  return follower !== undefined && '*?{'.includes(follower) ? literal.slice(0, -1) : literal;
}

class Translator {
  private at = 0;
  private readonly lines: boolean;
  private readonly dotAll: boolean;

  constructor(
    private readonly source: string,
    options: string,
  ) {
    this.lines = options.includes('m');
    this.dotAll = options.includes('s');
  }

  translate(): string {
    let result = '';
    while (this.at < this.source.length) result += this.atom();
    return result;
  }

  private atom(): string {
    const char = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    if (char === '\\') return this.escape();
    if (char === '[') return this.set();
    if (char === '(') return this.group();
    if (char === '{') return this.brace();
    this.at += char.length;
    if ('*+?'.includes(char)) return this.quantifier(char);
    if (char === '.') return this.dotAll ? '[\\s\\S]' : '[^\\n]';
    if (char === '^') return this.lines ? `(?:(?<![\\s\\S])|(?<=\\n)(?=[\\s\\S]))` : '(?<![\\s\\S])';
    if (char === '$') return this.lines ? `(?=\\n|${END})` : `(?=\\n?${END})`;
    if (char === ')' || char === '|') return char;
    return SYNTAX.test(char) ? `\\${char}` : char;
  }

  private escape(): string {
    const char = this.source[this.at + 1];
    if (char === undefined) throw locationFault(INVALID_PATTERN, 'Regular expression is invalid: \\ at end of pattern');
    this.at += 2;
    if (CLASS_ESCAPES.includes(char) || CONTROL_ESCAPES.includes(char)) return `\\${char}`;
    if (BOUNDARY_ESCAPES.includes(char)) return `\\${char}`;
    if (char === 's') return `[${SPACE}]`;
    if (char === 'S') return `[^${SPACE}]`;
    return this.literalEscape(char);
  }

  private literalEscape(char: string): string {
    if (/[A-Za-z0-9]/.test(char)) throw notImplemented(`\\${char} in a regular expression`);
    if (char.charCodeAt(0) > 127) throw notImplemented('an escape of a character that is not ASCII');
    return SYNTAX.test(char) ? `\\${char}` : char;
  }

  private quantifier(sign: string): string {
    const next = this.source[this.at];
    if (next === '+') throw notImplemented('a possessive quantifier');
    if (next !== '?') return sign;
    this.at++;
    return `${sign}?`;
  }

  /** A brace that is no quantifier is a literal to PCRE. */
  private brace(): string {
    const found = QUANTIFIER.exec(this.source.slice(this.at));
    this.at += found === null ? 1 : found[0].length;
    return found === null ? '\\{' : this.quantifier(found[0]);
  }

  private group(): string {
    if (this.source[this.at + 1] !== '?') {
      if (this.source[this.at + 1] === '*') throw notImplemented('a verb in a regular expression');
      this.at++;
      return '(';
    }
    const opening = GROUPS.find((group) => this.source.startsWith(group, this.at));
    if (opening === undefined) throw notImplemented('this kind of group in a regular expression');
    this.at += opening.length;
    return opening;
  }

  private set(): string {
    let result = '[';
    this.at++;
    if (this.source[this.at] === '^') {
      result += '^';
      this.at++;
    }
    const first = this.at;
    for (;;) {
      const char = this.source[this.at];
      if (char === undefined) throw locationFault(INVALID_PATTERN, 'Regular expression is invalid: missing ]');
      if (char === ']' && this.at > first) break;
      result += this.setItem(char);
    }
    this.at++;
    return `${result}]`;
  }

  private setItem(char: string): string {
    if (char === '\\') {
      const escaped = this.source[this.at + 1] ?? '';
      if (escaped === 's') {
        this.at += 2;
        return SPACE;
      }
      if ('SbB'.includes(escaped)) throw notImplemented(`\\${escaped} in a set of a regular expression`);
      const item = this.escape();
      return item === '-' ? '\\-' : item;
    }
    if (char === '[' && ':.='.includes(this.source[this.at + 1] ?? ' ')) throw notImplemented('a POSIX class');
    const whole = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += whole.length;
    return SYNTAX.test(whole) ? `\\${whole}` : whole;
  }
}
