import { foldedWords } from './fold';

describe('the words of a text as it is searched', () => {
  it.each([
    ['Théâtre  Musée', ['theatre', 'musee']],
    ['Straße', ['strasse']],
    ['STRASSE', ['strasse']],
    ['København', ['kobenhavn']],
    ['Łódź', ['lodz']],
    ['l’École', ['lecole']],
    ["l'École", ['lecole']],
    ['cafe\u0301', ['cafe']],
    ['caf\u00e9', ['cafe']],
    ['Ada\u00a0\u2003Lovelace-Byron', ['ada', 'lovelace', 'byron']],
    ['İstanbul', ['istanbul']],
    ['ＡＢＣ', ['abc']],
    ['Кармен 2027', ['кармен', '2027']],
    [' \u00a0… ', []],
  ])('%s', (text, words) => expect(foldedWords(text)).toEqual(words));
});
