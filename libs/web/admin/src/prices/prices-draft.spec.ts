import { ShowPrices } from '@modex/domain';
import { problemsOf, typedRefusal } from './price-rules';
import {
  draftOfPrices,
  emptyPrices,
  newFee,
  newTicketType,
  PricesDraft,
  pricesOf,
  usualTicketTypes,
  withCategories,
} from './prices-draft';

const [STALLS, CIRCLE] = ['stalls', 'circle'].map((key) => ({ key, name: key, color: '#1976d2' })) as [Named, Named];
type Named = { readonly key: string; readonly name: string; readonly color: string };
const PRICES: ShowPrices = {
  currency: 'EUR',
  categories: [
    { category: 'stalls', amount: 4_500 },
    { category: 'circle', amount: 2_805 },
  ],
  ticketTypes: [
    { key: 'adult', name: 'Adult', percent: 10_000, prices: [], proof: false },
    { key: 'child', name: 'Child', percent: 5_050, prices: [{ category: 'circle', amount: 900 }], proof: true },
  ],
  fees: [
    { key: 'service', name: 'Service', per: 'seat', kind: 'fixed', value: 150 },
    { key: 'order', name: 'Order', per: 'order', kind: 'percent', value: 333 },
  ],
  tax: { name: 'VAT', percent: 770, included: false },
};
const draft = draftOfPrices(PRICES, [STALLS, CIRCLE]);
const fieldsOf = (changed: PricesDraft): readonly string[] => problemsOf(changed).map(({ field }) => field);

describe('the prices of a form', () => {
  it('say what the show says', () => {
    expect(pricesOf(draft)).toEqual(PRICES);
    expect(pricesOf(draftOfPrices(null, [STALLS]))).toBeNull();
    expect(problemsOf(draft)).toEqual([]);
  });

  it('are typed with the digits of their currency', () => {
    const yen = draftOfPrices({ ...PRICES, currency: 'JPY' }, [STALLS, CIRCLE]);
    expect(yen.categories.map(({ amount }) => amount)).toEqual(['4500', '2805']);
    expect(draft.categories.map(({ amount }) => amount)).toEqual(['45.00', '28.05']);
  });

  it('keep the prices of categories that another plan has too', () => {
    const other = withCategories(draft, [CIRCLE, { ...STALLS, key: 'box' }]);
    expect(other.categories).toEqual([
      { category: 'circle', amount: '28.05' },
      { category: 'box', amount: '' },
    ]);
    expect(other.ticketTypes[1]?.prices[0]).toEqual({ category: 'circle', amount: '9.00' });
  });

  it('make keys of names, each once, and keep those that were sold', () => {
    const names = ['Groß & Klein', 'Child', '成人', '大人', 'x'.repeat(40)];
    const added = names.map((name) => newTicketType(name, '50', draft));
    const keys = pricesOf({ ...draft, ticketTypes: [...added, ...draft.ticketTypes] })?.ticketTypes.map(
      ({ key }) => key,
    );
    expect(keys).toEqual(['gross-klein', 'child-2', 'other', 'other-2', 'x'.repeat(30), 'adult', 'child']);
  });

  it('drop the own prices of a type that has none any more', () => {
    const [adult, child] = draft.ticketTypes.map((type) => ({ ...type, hasOwnPrices: false }));
    const prices = pricesOf({ ...draft, ticketTypes: [adult, child] as never });
    expect(prices?.ticketTypes[1]?.prices).toEqual([]);
  });

  it('begin with the usual types in one step, the first of which pays the full price', () => {
    const types = usualTicketTypes(emptyPrices([STALLS]));
    expect(types.map(({ name, percent, proof }) => [name, percent, proof])).toEqual([
      ['Adult', '100', false],
      ['Child', '50', false],
      ['Reduced', '70', true],
    ]);
  });
});

describe('what is wrong with prices', () => {
  it('is nothing while the show is free of charge', () => {
    expect(problemsOf(emptyPrices([STALLS]))).toEqual([]);
  });

  it('is told at the fields that were typed, in words for whoever types', () => {
    const wrong = {
      ...draft,
      categories: [{ category: 'stalls', amount: '4x' }, draft.categories[1] as never],
      ticketTypes: [{ ...newTicketType('', '101', draft) }],
      fees: [{ ...newFee(), name: 'Service', kind: 'percent' as const, value: '' }],
      tax: { ...draft.tax, name: ' ' },
    };
    expect([...fieldsOf(wrong)].sort()).toEqual([
      'categories.0.amount',
      'fees.0.value',
      'tax.name',
      'ticketTypes.0.name',
      'ticketTypes.0.percent',
    ]);
    const words = Object.fromEntries(problemsOf(wrong).map(({ field, message }) => [field, message]));
    expect(words['categories.0.amount']).toBe('An amount such as 12.50, up to €10,000,000.00.');
    expect(words['fees.0.value']).toContain('A percentage from 0 to 100');
  });

  it('is told at the own price that was typed, though empty ones are not sent', () => {
    const [adult, child] = draft.ticketTypes as [never, (typeof draft.ticketTypes)[number]];
    const prices = child.prices.map((price) => (price.category === 'circle' ? { ...price, amount: 'x' } : price));
    expect(fieldsOf({ ...draft, ticketTypes: [adult, { ...child, prices }] })).toEqual([
      'ticketTypes.1.prices.1.amount',
    ]);
    const field = 'prices.ticketTypes.1.prices.0.amount';
    expect(typedRefusal({ field, message: '' }, draft).field).toBe('prices.ticketTypes.1.prices.1.amount');
    expect(typedRefusal({ field: 'prices.fees.0.key', message: '' }, draft).field).toBe('prices.fees.0.name');
    expect(typedRefusal({ field: 'title', message: '' }, draft).field).toBe('title');
  });
});
