import * as fc from 'fast-check';
import { emailKeys, isSameEmail, readEmail } from './email';

const LONG = 'a'.repeat(64);

describe('an e-mail address', () => {
  it.each([
    ['ada@example.org', 'ada@example.org', 'ada@example.org'],
    ['  ADA@Example.ORG ', 'ada@example.org', 'ada@example.org'],
    ['\u3000ada@example.org\u00a0\u200b', 'ada@example.org', 'ada@example.org'],
    ['jürgen@example.org', 'jürgen@example.org', 'jürgen@example.org'],
    ['ju\u0308rgen@example.org', 'jürgen@example.org', 'jürgen@example.org'],
    ['用户@例子.广告', '用户@例子.广告', '用户@xn--fsqu00a.xn--4rr70v'],
    ['info@MÜLLER.de', 'info@müller.de', 'info@xn--mller-kva.de'],
    ['info@xn--mller-kva.de', 'info@xn--mller-kva.de', 'info@xn--mller-kva.de'],
    ['ada+seats@mail.example.co.uk', 'ada+seats@mail.example.co.uk', 'ada+seats@mail.example.co.uk'],
    ["o'hara@example.org", "o'hara@example.org", "o'hara@example.org"],
    ['χρήστης@παράδειγμα.ελ', 'χρήστης@παράδειγμα.ελ', 'χρήστης@xn--hxajbheg2az3al.xn--qxam'],
    [`${LONG}@example.org`, `${LONG}@example.org`, `${LONG}@example.org`],
  ])('%j is read as %j', (typed, text, key) => {
    expect(readEmail(typed)).toEqual({ text, key });
  });

  it.each([
    '',
    '@',
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'ada@localhost',
    'ada@example.org.',
    'ada@.example.org',
    'ada@exa mple.org',
    'ada lovelace@example.org',
    'ada@@example.org',
    'ada@bob@example.org',
    '.ada@example.org',
    'ada.@example.org',
    'a..da@example.org',
    'ada@-example.org',
    'ada@127.0.0.1',
    'ada@[127.0.0.1]',
    'ada@0x7f.1',
    'ada@example.org:25',
    'ada@example.org/x',
    'ada@example.org?x',
    'ada@exam%70le.org',
    'ada@xn--.org',
    'a\u0000da@example.org',
    'a\u200bda@example.org',
    'a\u202eda@example.org',
    'a\ud800da@example.org',
    'ada@exa\ud800mple.org',
    'Ada <ada@example.org>',
    `${LONG}a@example.org`,
    `${'ü'.repeat(33)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `${LONG}@${'long.'.repeat(40)}org`,
  ])('%j is none', (typed) => {
    expect(readEmail(typed)).toBeUndefined();
  });

  it('is read the same however often', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aZüß用é\u0308ıİ-.+'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.constantFrom('org', 'de', '广告'), (local, domain, top) => {
        const once = readEmail(` ${local}@${domain}.${top}\u00a0`);
        if (once === undefined) return;
        expect(readEmail(once.text)).toEqual(once);
        expect(readEmail(once.key)?.key).toBe(once.key);
        expect(emailKeys(once.text)).toContain(once.key);
      }),
    );
  });

  it.each([
    ['info@müller.de', 'info@xn--mller-kva.de', true],
    [' INFO@Müller.de', 'info@mu\u0308ller.de', true],
    ['"a b"@example.org', '"A B"@example.org', true],
    ['info@müller.de', 'info@muller.de', false],
    ['', 'ada@example.org', false],
  ])('%j is the same as %j: %s', (one, other, same) => expect(isSameEmail(one, other)).toBe(same));

  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readEmail(`${typed}@${typed}`)));
  });
});
