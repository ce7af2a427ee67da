import { CODE_ALPHABET, CODE_LENGTH, readBookingCode } from './booking-code';

const CODE = '7KQ8V25M';

describe('the code of a booking', () => {
  it.each([
    ['7kq8v25m', 'lower case'],
    [' 7KQ8 V25M ', 'blanks'],
    ['7KQ8-V25M', 'a dash'],
    ['7KQ8–V25M', 'a dash of typography'],
    ['7KQ8\u00a0V25M', 'a no-break blank'],
    ['7K-Q8-V2-5M', 'many dashes'],
    ['7KQBV25M', 'B for 8'],
    ['7KQ8VZSM', 'Z for 2 and S for 5'],
    ['7KO8U25M', 'O for Q and U for V'],
    ['7k08u25m', '0 for Q'],
    ['７ＫＱ８Ｖ２５Ｍ', 'full width'],
  ])('is read from %s (%s)', (typed) => {
    expect(readBookingCode(typed)).toBe(CODE);
  });

  it.each(['', '7KQ8V25', '7KQ8V25MM', '7KQ8V25!', '7KQ8V251', '7KQ8V25İ', '\u{1F3AB}'.repeat(8)])(
    'is not read from %j',
    (typed) => {
      expect(readBookingCode(typed)).toBeUndefined();
    },
  );

  it('is read as itself, whatever its characters', () => {
    for (const character of CODE_ALPHABET) {
      const code = character.repeat(CODE_LENGTH);
      expect(readBookingCode(code)).toBe(code);
      expect(readBookingCode(code.toLowerCase())).toBe(code);
    }
  });

  it('has no two characters that look alike', () => {
    for (const alike of ['0OQ', '1IL', '2Z', '5S', '8B', 'UV']) {
      expect([...alike].filter((character) => CODE_ALPHABET.includes(character)).length).toBeLessThanOrEqual(1);
    }
    expect(new Set(CODE_ALPHABET).size).toBe(CODE_ALPHABET.length);
  });
});
