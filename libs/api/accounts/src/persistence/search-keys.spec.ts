import { foldedWords } from '@modex/domain';
import * as fc from 'fast-check';
import { isFoundBy, keyToAsk, searchKeys } from './search-keys';

const people = fc.record({ name: fc.string({ unit: 'grapheme', maxLength: 100 }), email: fc.emailAddress() });

/** All beginnings of a word, by whole letters. */
function beginningsOf(word: string): readonly string[] {
  const letters = [...word];
  return letters.map((_, last) => letters.slice(0, last + 1).join(''));
}

describe('the keys that people are found by', () => {
  it('hold what a search by any beginning of any word asks for', () => {
    fc.assert(
      fc.property(people, (person) => {
        const keys = searchKeys(person);
        for (const word of foldedWords(`${person.name} ${person.email}`)) {
          for (const beginning of beginningsOf(word)) {
            const key = keyToAsk(beginning);
            if (key !== undefined) expect(keys).toContain(key);
            expect(isFoundBy(person, [beginning])).toBe(true);
          }
        }
      }),
    );
  });

  it('are three for a word at most, however long it is', () =>
    expect(searchKeys({ name: 'Élisabeth', email: '' })).toEqual(['el', 'eli', 'elisab']));

  it('keep a word of one letter whole, also where it takes two units', () =>
    expect(searchKeys({ name: '李 𠮷', email: '' })).toEqual(['李', '𠮷']));

  it.each([
    ['a', undefined],
    ['𠮷', undefined],
    ['ad', 'ad'],
    ['ada', 'ada'],
    ['adala', 'ada'],
    ['adalas', 'adalas'],
    ['adalasch', 'adalas'],
  ])('are asked for %s by %s', (word, key) => expect(keyToAsk(word)).toBe(key));

  it.each([
    [['ada', 'love'], true],
    [['love', 'example'], true],
    [['ada', 'byron'], false],
    [['da'], false],
    [['adam'], false],
  ])('let %j find Ada Lovelace: %s', (words, isFound) =>
    expect(isFoundBy({ name: 'Ada Lovelace', email: 'ada@example.org' }, words)).toBe(isFound),
  );
});
