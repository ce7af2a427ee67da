import * as fc from 'fast-check';
import { cleanText, TextKind, textFault, TEXTS } from './text';

/** The text as it would be stored, or what is wrong with it. */
function read(raw: string, kind: TextKind = 'title'): string {
  const text = cleanText(kind, raw);
  return textFault(kind, text) ?? `ok: ${text}`;
}

const kinds = fc.constantFrom(...(Object.keys(TEXTS) as TextKind[]));
/** Whatever a program may send: code units without regard to what they mean together. */
const anything = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xff }),
      fc.integer({ min: 0, max: 0xffff }),
      fc.integer({ min: 0x2000, max: 0x206f }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((units) => String.fromCharCode(...units));

describe('a text', () => {
  it('that is taken is composed, trimmed, whole, within its length, and stays as it is when read again', () => {
    fc.assert(
      fc.property(kinds, anything, (kind, raw) => {
        const text = cleanText(kind, raw);
        if (textFault(kind, text) !== undefined) return;
        expect(text).toBe(text.normalize('NFC').trim());
        expect(text).not.toMatch(/\p{Cs}/u);
        expect([...text].length).toBeLessThanOrEqual(TEXTS[kind].max);
        expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
        if (TEXTS[kind].lines === 'one') expect(text).not.toMatch(/[\n\u2028\u2029]/);
        expect(cleanText(kind, text)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<[string, string]>([
    ['The Moon over Theatre Street', 'The Moon over Theatre Street'],
    ['\u00a0\u3000\ufeff\u200b Ondine \u2003\u2060\u3164', 'Ondine'],
    ['Cafe\u0301', 'Café'],
    ['האופרה: כרמן (2027)!\u200f', 'האופרה: כרמן (2027)!\u200f'],
    ['نمایش\u200cنامه', 'نمایش\u200cنامه'],
    ['👩\u200d👩\u200d👧 show', '👩\u200d👩\u200d👧 show'],
    ['❤\ufe0f', '❤\ufe0f'],
    ['\u2068כרמן\u2069 live', '\u2068כרמן\u2069 live'],
    ['...', '...'],
    ['$$NOW', '$$NOW'],
    ['x'.repeat(200), 'x'.repeat(200)],
    ['🎭'.repeat(200), '🎭'.repeat(200)],
  ])('%j is taken as %j', (raw, text) => expect(read(raw)).toBe(`ok: ${text}`));

  it.each<[string, string]>([
    ['', 'must not be empty'],
    [' \u00a0\u3000', 'must not be empty'],
    ['\u200b', 'must not be empty'],
    ['\u00ad', 'has nothing that can be seen'],
    ['\u200e\u200f', 'has nothing that can be seen'],
    ['\u200d\ufe0f', 'has nothing that can be seen'],
    ['\u2800\u200d\u2800', 'has nothing that can be seen'],
    ['\u{e0041}\u{e0042}', 'has nothing that can be seen'],
    ['\u0301', 'has nothing that can be seen'],
    ['\u0000', 'control'],
    ['Ada\u0000Lovelace', 'control'],
    ['\u0001', 'control'],
    ['a\nb', 'line breaks'],
    ['a\rb', 'line breaks'],
    ['a\u000bb', 'control'],
    ['a\tb', 'control'],
    ['a\u0085b', 'control'],
    ['a\u2028b', 'line breaks'],
    ['\ud800', 'half a character'],
    ['a\udfffb', 'half a character'],
    ['a\ufffdb', 'lost on the way'],
    ['a\uffffb', 'lost on the way'],
    ['evil\u202egpj.exe', 'direction'],
    ['evil\u202agpj.exe\u202c', 'direction'],
    ['a\u2067b', 'direction'],
    ['a\u2069b\u2067', 'direction'],
    ['x'.repeat(201), 'at most 200 characters'],
    ['🎭'.repeat(201), 'at most 200 characters'],
    ['x'.repeat(200_000), 'at most 200 characters'],
  ])('%j is refused: %s', (raw, words) => expect(read(raw)).toContain(words));

  it('with lines keeps them, written in one way', () => {
    expect(read('one\r\ntwo\rthree\u2028four\tfive\n\n', 'description')).toBe('ok: one\ntwo\nthree\nfour five');
    expect(read('one\u0000two', 'description')).toBe('has control characters');
  });

  it('that may be empty may be empty, but not of characters that nobody sees', () => {
    expect(read(' ', 'venue')).toBe('ok: ');
    expect(read('\u00ad', 'venue')).toBe('has nothing that can be seen');
  });

  it('of marks without end is told to be too long before it costs anything', () => {
    const marks = '\u0315\u0316'.repeat(100_000);
    const normalize = jest.spyOn(String.prototype, 'normalize');
    expect(read(marks)).toContain('at most');
    expect(normalize.mock.contexts.filter((text) => String(text).length > 10_000)).toEqual([]);
    normalize.mockRestore();
  });
});
