import { readAmount, readPercent, typeAmount, typePercent } from './typed-amount';

describe('an amount as it is typed', () => {
  it.each([
    ['12,50', 2, 1_250],
    ['12.50', 2, 1_250],
    [' 12,5 ', 2, 1_250],
    ['12', 2, 1_200],
    ['0', 2, 0],
    ['0.29', 2, 29],
    ['1,250', 2, 125_000],
    ['1.250,75', 2, 125_075],
    ["1'250.75", 2, 125_075],
    ['1 250 000', 2, 125_000_000],
    ['1,250', 3, 1_250],
    ['1250', 0, 1_250],
    ['1.250', 0, 1_250],
  ])('%s with %i digits is %i', (typed, digits, amount) => expect(readAmount(typed, digits)).toBe(amount));

  it.each(['', 'x', '-1', '12.', '1.2.3', '1.250.75', '0,005', '12,50 €', '1e3'])('“%s” is none', (typed) => {
    expect(readAmount(typed, 2)).toBeNaN();
  });

  it('has no half yen', () => expect(readAmount('12.5', 0)).toBeNaN());

  it.each([
    [1_250, 2, '12.50'],
    [5, 2, '0.05'],
    [1_250, 0, '1250'],
    [1_250, 3, '1.250'],
  ])('of %i with %i digits is %s', (amount, digits, text) => {
    expect(typeAmount(amount, digits)).toBe(text);
    expect(readAmount(text, digits)).toBe(amount);
  });
});

describe('a percentage as it is typed', () => {
  it.each([
    ['50', 5_000],
    ['7,7', 770],
    ['7.7 %', 770],
    ['100%', 10_000],
    ['33,33', 3_333],
  ])('%s is %i', (typed, percent) => expect(readPercent(typed)).toBe(percent));

  it.each([
    [5_000, '50'],
    [770, '7.7'],
    [10_000, '100'],
    [0, '0'],
  ])('of %i is %s', (percent, text) => expect(typePercent(percent)).toBe(text));
});

describe('in German', () => {
  afterEach(() => delete $localize.locale);

  it('amounts and percentages stand there with a comma, and are read again', async () => {
    $localize.locale = 'de';
    await jest.isolateModulesAsync(async () => {
      const german = await import('./typed-amount');
      expect([german.typeAmount(1_250, 2), german.typeAmount(1_250, 0)]).toEqual(['12,50', '1250']);
      expect([770, 5_000].map(german.typePercent)).toEqual(['7,7', '50']);
      expect(readAmount('12,50', 2)).toBe(1_250);
    });
  });
});
