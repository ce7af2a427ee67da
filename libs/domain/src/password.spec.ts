import { passwordFault } from './password';

const ADA = { name: 'Ada Lovelace', email: 'ada.lovelace@example.org' };

describe('a new password', () => {
  it.each([
    'curtain up at eight',
    'a-long-password-77',
    'пароль для театра',
    '🎭🎪🎟️ and more',
    'x'.repeat(100) + 'abcdefg',
  ])('%j will do', (password) => expect(passwordFault(password, ADA)).toBeUndefined());

  it.each([
    ['', 'short'],
    ['nine char', 'short'],
    ['🎭'.repeat(9), 'short'],
    ['abcd'.repeat(32) + 'e', 'long'],
    [' '.repeat(10), 'blank'],
    ['\u3000\u00a0\u200b'.repeat(5), 'blank'],
    ['aaaaaaaaaaaa', 'monotonous'],
    ['1212121212', 'monotonous'],
    ['1234567890', 'monotonous'],
    ['0987654321', 'monotonous'],
    ['abcdefghijkl', 'monotonous'],
    ['Ada Lovelace', 'personal'],
    ['ADALOVELACE', 'personal'],
    ['ada.lovelace', 'personal'],
    ['Ada.Lovelace@example.org', 'personal'],
  ])('%j is %s', (password, fault) => expect(passwordFault(password, ADA)).toBe(fault));

  it('is counted in characters, not in halves of them', () => {
    expect(passwordFault('🎭🎪🎨🎬'.repeat(32))).toBeUndefined();
    expect(passwordFault('🎭🎪🎨🎬'.repeat(32) + '🎭')).toBe('long');
  });
});
