import { LIMITS } from '@modex/domain';
import { inDays } from '@modex/testing';
import { SignedInUser, startTestApi, TestApi } from '@modex/testing/admin';

/** So many letters, none of which a clause of JSON has to spare: a pair of 16 bits each, and different for each `at`. */
const letters = (length: number, at = 0): string =>
  [...String(at).padStart(3, '0')].map((digit) => String.fromCodePoint(0x1d7ce + Number(digit))).join('') +
  '𝕬'.repeat(length - 3);
/** As clients write JSON that send nothing but ASCII. */
const escaped = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\0-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const many = <T>(count: number, of: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => of(at));

const KEYS = many(LIMITS.planCategories, (at) => letters(LIMITS.planKey, at));
const AMOUNT = 1_000_000_000;
const amounts = KEYS.map((category) => ({ category, amount: AMOUNT }));
const keyed = (kind: string, at: number) => ({ key: `${kind}-${at}`.padEnd(30, 'x'), name: letters(LIMITS.label) });

/** The largest body that validation lets in: all limits reached at once, every character escaped. */
const LARGEST = {
  title: letters(LIMITS.title),
  startTime: inDays(365),
  timeZone: 'America/Argentina/ComodRivadavia',
  durationMinutes: LIMITS.durationMinutesMax,
  venue: letters(LIMITS.venue),
  description: letters(LIMITS.description),
  houseRules: letters(LIMITS.houseRules),
  gettingThere: letters(LIMITS.gettingThere),
  saleOpensAt: inDays(1),
  saleClosesAt: inDays(2),
  limitPerCustomer: LIMITS.limitPerCustomer,
  noLoneSeat: false,
  prices: {
    currency: 'EUR',
    categories: amounts,
    ticketTypes: many(LIMITS.pricesOfAKind, (at) => ({
      ...keyed('type', at),
      ...{ percent: 10_000, proof: false, prices: amounts },
    })),
    fees: many(LIMITS.pricesOfAKind, (at) => ({ ...keyed('fee', at), per: 'order', kind: 'fixed', value: AMOUNT })),
    tax: { name: letters(LIMITS.label), percent: 10_000, included: false },
  },
};

describe('the size of a show', () => {
  let api: TestApi;
  let admin: SignedInUser;
  let planId: string;
  beforeAll(async () => {
    api = await startTestApi();
    admin = await api.admin();
    const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${admin.token}` };
    const places = KEYS.map((category, number) => ({ number, label: `${number}`, category, x: number * 60, y: 0 }));
    const origin = { x: 0, y: 0 };
    const rows = [{ ...origin, label: 'A', places }];
    const payload = JSON.stringify({
      ...{ name: 'Hall of many prices', venue: null, width: 3_200, height: 500, stage: null, decorations: [] },
      ...{ words: { row: 'Row', seat: 'Seat' }, nextNumber: KEYS.length },
      categories: KEYS.map((key, at) => ({ key, name: `Category ${at}`, color: '#1565c0' })),
      sections: [{ ...origin, kind: 'seats', key: 'hall', name: 'Hall', rotation: 0, rows }],
    });
    const url = '/api/admin/plans/import?format=modex';
    const made = (await api.app.inject({ method: 'POST', url, headers, payload })).json();
    planId = made.planId;
    await api.post(`/api/admin/plans/${planId}/publish`, { token: admin.token, body: { revision: 1 } });
  });
  afterAll(() => api?.close());

  const send = async (method: 'POST' | 'PATCH', url: string, payload: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` };
    const reply = await api.app.inject({ method, url, headers, payload });
    return { status: reply.statusCode, body: reply.json() };
  };

  it('may be the most that validation lets in, when it is made and when it is edited', async () => {
    const made = await send('POST', '/api/admin/shows', escaped({ ...LARGEST, planId, planVersion: 1 }));
    expect([made.status, made.body.fields]).toEqual([201, undefined]);
    expect(made.body.prices.ticketTypes[19].prices[49].category).toBe(KEYS[49]);
    const dearer = { ...LARGEST, prices: { ...LARGEST.prices, fees: [] }, version: 0 };
    const edited = await send('PATCH', `/api/admin/shows/${made.body.id}`, escaped(dearer));
    expect([edited.status, edited.body.version, edited.body.prices.fees]).toEqual([200, 1, []]);
  });

  it.each<[string, string]>([
    ['bytes', JSON.stringify({ title: 'x'.repeat(LIMITS.showKb * 1_024) })],
    ['fields', JSON.stringify(Object.fromEntries(many(LIMITS.showFields + 1, (at) => [`f${at}`, 1])))],
  ])('is refused with more %s than any show has', async (_, payload) => {
    const shows = await api.stored('shows').countDocuments();
    const { status, body } = await send('POST', '/api/admin/shows', payload);
    expect([status, body.code]).toEqual([413, 'payload-too-large']);
    expect(await api.stored('shows').countDocuments()).toBe(shows);
  });

  it('is bounded by little more than the largest one', () => {
    const bytes = Buffer.byteLength(escaped({ ...LARGEST, planId, planVersion: 1 }));
    expect(bytes).toBeGreaterThan(LIMITS.showKb * 1_024 * 0.8);
  });
});
