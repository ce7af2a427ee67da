import { readOptions } from './options';

describe('the command line', () => {
  it('without options means the embedded database, and the server where there is one', () => {
    expect(readOptions([], undefined)).toMatchObject({ databases: ['embedded'], rounds: 15, only: [], isLong: false });
    expect(readOptions([], 'mongodb://db/').databases).toEqual(['embedded', 'server']);
  });

  it('names cases, rounds and the database', () => {
    const args = ['--only', 'book-2,shows', '--rounds', '31', '--database', 'embedded', '--long', '--seed', '7'];
    expect(readOptions(args, 'mongodb://db/')).toMatchObject({
      only: ['book-2', 'shows'],
      rounds: 31,
      databases: ['embedded'],
      isLong: true,
      seed: 7,
    });
  });

  it.each([
    [['--rounds', '0'], '--rounds is a whole number from 1 up'],
    [['--rounds', 'many'], '--rounds is a whole number from 1 up'],
    [['--database', 'other'], '--database is embedded or server'],
    [['--database', 'server'], 'MONGODB_URI, which is not set'],
  ])('%j is refused', (args, words) => {
    expect(() => readOptions(args, undefined)).toThrow(words);
  });
});
