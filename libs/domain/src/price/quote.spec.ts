import * as fc from 'fast-check';
import { DomainError } from '../error';
import { CURRENCIES, minorDigits, moneyText, partOf } from './money';
import { checkTotal, priceOf, Quote, quote } from './quote';
import { priceProblems, ShowPrices } from './show-prices';

const CHILD = { key: 'child', name: 'Child', percent: 5_000, prices: [], proof: true };
const ADULT = { key: 'adult', name: 'Adult', percent: 10_000, prices: [], proof: false };
const PRICES: ShowPrices = {
  currency: 'EUR',
  categories: [
    { category: 'a', amount: 4_500 },
    { category: 'b', amount: 2_999 },
    { category: 'free', amount: 0 },
  ],
  ticketTypes: [ADULT, CHILD, { ...CHILD, key: 'pupil', name: 'Pupil', prices: [{ category: 'b', amount: 500 }] }],
  fees: [],
  tax: null,
};
const perSeat = { key: 'service', name: 'Service', per: 'seat', kind: 'fixed', value: 150 } as const;
const perOrder = { key: 'order', name: 'Order', per: 'order', kind: 'percent', value: 333 } as const;

/** Tickets as "category type". */
function wanted(...tickets: readonly string[]) {
  return tickets.map((ticket, at) => {
    const [category = '', type] = ticket.split(' ');
    return { seatId: `${at}`, category, type };
  });
}

/** Amounts of the lines, and the total; with the tax of each behind a slash. */
function told({ tickets, fees, total, taxTotal }: Quote): string {
  const line = ({ amount, tax }: { amount: number; tax: number }) =>
    taxTotal === 0 ? `${amount}` : `${amount}/${tax}`;
  return `${[...tickets, ...fees].map(line).join(' ')} = ${line({ amount: total, tax: taxTotal })}`;
}

describe('what seats cost: worked examples', () => {
  it.each<[string, Partial<ShowPrices>, readonly string[], string]>([
    ['two adults, by the default type', {}, ['a', 'a'], '4500 4500 = 9000'],
    ['an adult and a child, half of 29.99 rounded half up', {}, ['b adult', 'b child'], '2999 1500 = 4499'],
    ['a type with a price of its own for one category', {}, ['b pupil', 'a pupil'], '500 2250 = 2750'],
    ['no ticket types: the full price', { ticketTypes: [] }, ['a', 'b'], '4500 2999 = 7499'],
    ['a fee for each seat that costs something', { fees: [perSeat] }, ['a', 'b', 'free'], '4500 2999 0 300 = 7799'],
    ['a part of all prices once', { fees: [perOrder] }, ['a', 'b'], '4500 2999 250 = 7749'],
    [
      'a part of each price, rounded for each',
      { fees: [{ ...perOrder, per: 'seat' }] },
      ['b', 'b'],
      '2999 2999 200 = 6198',
    ],
    ['a fixed fee once', { fees: [{ ...perSeat, per: 'order' }] }, ['a', 'a'], '4500 4500 150 = 9150'],
    ['no fee for what is free', { fees: [perSeat, { ...perSeat, key: 'x', per: 'order' }] }, ['free'], '0 = 0'],
    [
      'tax on top of tickets and fees, rounded on each line',
      { fees: [perSeat], tax: { name: 'VAT', percent: 1_900, included: false } },
      ['b', 'b child'],
      '3569/570 1785/285 357/57 = 5711/912',
    ],
    [
      'tax included: what is to pay stays, the tax is told',
      { fees: [perSeat], tax: { name: 'VAT', percent: 700, included: true } },
      ['a', 'b'],
      '4500/294 2999/196 300/20 = 7799/510',
    ],
  ])('%s', (_, changes, tickets, expected) => {
    expect(told(quote({ ...PRICES, ...changes }, wanted(...tickets)))).toBe(expected);
  });

  it('says for each seat what it is and for whom', () => {
    expect(quote(PRICES, wanted('a child')).tickets).toEqual([
      { seatId: '0', category: 'a', type: 'child', typeName: 'Child', proof: true, amount: 2_250, tax: 0 },
    ]);
  });

  it('refuses a type that the show does not have', () => {
    expect(() => quote(PRICES, wanted('a dog'))).toThrow(expect.objectContaining({ code: 'validation-failed' }));
  });

  it('is what a map may show before', () => expect(priceOf(PRICES, 'b')).toBe(2_999));
});

describe('lines', () => {
  const amount = fc.nat(100_000_000);
  const percent = fc.nat(10_000);
  const fee = fc.record({
    key: fc.constant('fee'),
    name: fc.constant('Fee'),
    per: fc.constantFrom('seat' as const, 'order' as const),
    kind: fc.constantFrom('fixed' as const, 'percent' as const),
    value: percent,
  });
  const tax = fc.option(fc.record({ name: fc.constant('VAT'), percent, included: fc.boolean() }));

  it('sum to the total, and none is negative or broken', () => {
    fc.assert(
      fc.property(amount, amount, percent, fc.array(fee, { maxLength: 3 }), tax, (a, b, half, fees, taxes) => {
        const categories = [
          { category: 'a', amount: a },
          { category: 'b', amount: b },
        ];
        const prices = { ...PRICES, categories, fees, tax: taxes, ticketTypes: [ADULT, { ...CHILD, percent: half }] };
        const { tickets, fees: charged, total, taxTotal } = quote(prices, wanted('a', 'b', 'a child', 'b child'));
        const lines = [...tickets, ...charged];
        expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(total);
        expect(lines.reduce((sum, line) => sum + line.tax, 0)).toBe(taxTotal);
        for (const line of lines) {
          expect(Number.isSafeInteger(line.amount) && Number.isSafeInteger(line.tax)).toBe(true);
          expect(line.tax).toBeLessThanOrEqual(line.amount);
          expect(line.tax).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('are rounded half up', () => {
    expect([partOf(1, 5_000), partOf(1, 4_999), partOf(3, 5_000), partOf(0, 5_000)]).toEqual([1, 0, 2, 0]);
  });
});

describe('the total that a customer saw', () => {
  const now = quote(PRICES, wanted('a'));

  it.each([undefined, { amount: 4_500, currency: 'EUR' }])('may be %j', (seen) => {
    expect(() => checkTotal(now, seen)).not.toThrow();
  });

  it.each([
    { amount: 4_499, currency: 'EUR' },
    { amount: 4_500, currency: 'USD' },
  ])('may not be %j: both are told', (seen) => {
    expect(() => checkTotal(now, seen)).toThrow(DomainError);
    const facts = { total: { amount: 4_500, currency: 'EUR' }, seenTotal: seen };
    expect(() => checkTotal(now, seen)).toThrow(expect.objectContaining({ code: 'price-changed', facts }));
  });
});

describe('prices', () => {
  const plan = ['a', 'b', 'free'].map((key) => ({ key, name: key.toUpperCase() }));

  it('are good', () => expect(priceProblems(PRICES, plan)).toEqual([]));

  it.each<[string, Partial<ShowPrices>, string, string]>([
    [
      'a category without a price',
      { categories: PRICES.categories.slice(1) },
      'categories',
      'The category A has no price.',
    ],
    [
      'a price of no category',
      { categories: [...PRICES.categories, { category: 'c', amount: 1 }] },
      'categories.3.category',
      'The plan has no category c.',
    ],
    [
      'two prices of one',
      { categories: [...PRICES.categories, { category: 'a', amount: 1 }] },
      'categories.3.category',
      'The category a has two prices.',
    ],
    [
      'half a cent',
      { categories: [{ category: 'a', amount: 0.5 }, ...PRICES.categories.slice(1)] },
      'categories.0.amount',
      'An amount is a whole number of minor units from 0 to 1000000000.',
    ],
    ['no currency', { currency: 'XXY' }, 'currency', 'This is no currency; use a code of ISO 4217, such as EUR.'],
    ['two types with one key', { ticketTypes: [ADULT, ADULT] }, 'ticketTypes.1.key', 'Two have the key adult.'],
    [
      'more than all',
      { ticketTypes: [{ ...ADULT, percent: 10_001 }] },
      'ticketTypes.0.percent',
      'A percentage is a whole number of hundredths of a percent, from 0 to 10000 (100 %).',
    ],
    [
      'a fee below nothing',
      { fees: [{ ...perSeat, value: -1 }] },
      'fees.0.value',
      'An amount is a whole number of minor units from 0 to 1000000000.',
    ],
  ])('are refused: %s', (_, changes, field, message) => {
    expect(priceProblems({ ...PRICES, ...changes }, plan)).toEqual([{ field, message }]);
  });
});

describe('money', () => {
  it.each([
    ['EUR', 'de', 1_250, '12,50 €'],
    ['JPY', 'en', 1_250, '¥1,250'],
    ['KWD', 'en', 1_250, 'KWD 1.250'],
    ['HUF', 'en', 1_250, 'HUF 12.50'],
  ])('in %s is written with the digits of ISO 4217', (currency, locale, amount, text) => {
    expect(moneyText({ amount, currency }, locale).replaceAll(/\s/gu, ' ')).toBe(text);
  });

  it('knows the currencies of the world', () => {
    expect(CURRENCIES).toEqual(expect.arrayContaining(['CHF', 'EUR', 'GBP', 'USD']));
    expect([minorDigits('EUR'), minorDigits('JPY'), minorDigits('XXY')]).toEqual([2, 0, undefined]);
  });
});
