import { TestReply } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';
import { inDays } from '@modex/testing';

const PRICES = { currency: 'EUR', categories: [{ category: 'all', amount: 4_500 }] };
const CHILD = { key: 'child', name: 'Child', percent: 5_000 };

describe('the prices of a show', () => {
  let api: TestApi;
  let admin: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
  });
  afterAll(() => api?.close());

  const create = async (prices?: unknown): Promise<TestReply> => {
    const body = { title: 'A show', startTime: inDays(365), totalSeats: 4, ...(prices !== undefined && { prices }) };
    return api.post('/api/admin/shows', { token: admin.token, body });
  };
  const edit = async (id: string, body: object): Promise<TestReply> =>
    api.patch(`/api/admin/shows/${id}`, { token: admin.token, body });

  it('are said when it is made, and seen by everybody', async () => {
    const { status, body } = await create({ ...PRICES, ticketTypes: [CHILD] });
    const told = { ...PRICES, ticketTypes: [{ ...CHILD, prices: [], proof: false }], fees: [], tax: null };
    expect([status, body.prices]).toEqual([201, told]);
    expect((await api.get(`/api/shows/${body.id}`)).body.prices).toEqual(told);
  });

  it.each([undefined, null])('are none for %s', async (prices) => {
    expect((await create(prices)).body.prices).toBeNull();
  });

  it('are changed and taken away later, which its history tells', async () => {
    const { id } = (await create(PRICES)).body;
    const dearer = { ...PRICES, categories: [{ category: 'all', amount: 5_000 }] };
    expect((await edit(id, { version: 0, prices: dearer })).body.prices).toMatchObject(dearer);
    expect((await edit(id, { version: 1, prices: dearer })).body.version).toBe(1);
    expect((await edit(id, { version: 1, prices: null })).body.prices).toBeNull();
    const { body } = await api.get(`/api/admin/shows/${id}/changes`, { token: admin.token });
    expect(body.changes.map(({ field, to }) => [field, to === null])).toEqual([
      ['prices', true],
      ['prices', false],
    ]);
  });

  it.each<[string, unknown, string]>([
    ['that are no object', 45, 'prices'],
    ['without a currency', { categories: PRICES.categories }, 'prices.currency'],
    ['in no currency', { ...PRICES, currency: 'XXY' }, 'prices.currency'],
    ['of half a cent', { ...PRICES, categories: [{ category: 'all', amount: 0.5 }] }, 'prices.categories.0.amount'],
    [
      'of a category that the plan does not have',
      { ...PRICES, categories: [...PRICES.categories, { category: 'gold', amount: 1 }] },
      'prices.categories.1.category',
    ],
    ['without that of a category', { ...PRICES, categories: [] }, 'prices.categories'],
    ['with a field that nobody knows', { ...PRICES, discount: 1 }, 'prices.discount'],
    ['with a type without a name', { ...PRICES, ticketTypes: [{ ...CHILD, name: ' ' }] }, 'prices.ticketTypes.0.name'],
    ['with two types of one key', { ...PRICES, ticketTypes: [CHILD, CHILD] }, 'prices.ticketTypes.1.key'],
    [
      'with more than all of a price',
      { ...PRICES, ticketTypes: [{ ...CHILD, percent: 10_001 }] },
      'prices.ticketTypes.0.percent',
    ],
    [
      'with a fee for nobody',
      { ...PRICES, fees: [{ key: 'fee', name: 'Fee', per: 'dog', kind: 'fixed', value: 1 }] },
      'prices.fees.0.per',
    ],
    [
      'with a tax below nothing',
      { ...PRICES, tax: { name: 'VAT', percent: -1, included: true } },
      'prices.tax.percent',
    ],
  ])('are refused %s', async (_, prices, field) => {
    const { status, body } = await create(prices);
    expect([status, body.code]).toEqual([400, 'validation-failed']);
    expect(new Set(body.fields.map((fault) => fault.field))).toEqual(new Set([field]));
  });
});
