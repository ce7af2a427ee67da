import { inDays } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/admin';

interface TestPlace {
  readonly number: number;
  readonly label: string;
  readonly category: string;
  readonly x: number;
  readonly y: number;
}

/** A row of so many places, whose numbers begin at `first`. */
const places = (first: number, count: number): TestPlace[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ number: first + at, label: `${at + 1}`, category: 'all', x: at * 50, y: 0 },
  }));
const row = (label: string, y: number, seats: readonly TestPlace[]) => ({ label, x: 0, y, places: seats });
const hall = (...rows: readonly object[]) => ({
  ...{ name: 'Hall', venue: null, width: 1_000, height: 800, words: { row: 'Row', seat: 'Seat' } },
  categories: [{ key: 'all', name: 'All', color: '#1976d2' }],
  ...{ stage: null, decorations: [], nextNumber: 200_000 },
  sections: [{ kind: 'seats', key: 'stalls', name: 'Stalls', x: 0, y: 0, rotation: 0, rows }],
});
const SOUND = hall(row('A', 0, places(0, 3)), row('B', 100, places(3, 3)));
const changed = (change: Partial<TestPlace>) => {
  const [first, second, third] = places(3, 3);
  return hall(row('A', 0, places(0, 3)), row('B', 100, [first, { ...second, ...change }, third] as TestPlace[]));
};
/** 2,000 rows of 50, and one place more. */
const TOO_MANY = hall(
  ...Array.from({ length: 2_000 }, (_, at) => row(`${at}`, at * 50, places(at * 50, 50))),
  row('one more', 100_000, places(100_000, 1)),
);

/** What is wrong with each, exactly: the code of each problem, its place, and the numbers of the seats. */
const BROKEN: readonly (readonly [string, object, readonly object[]])[] = [
  [
    'names two rows alike',
    hall(row('A', 0, places(0, 3)), row('A', 100, places(3, 3))),
    [{ code: 'same-row', message: 'Two rows are named A in Stalls.', at: '/sections/0/rows/1/label' }],
  ],
  [
    'names two seats alike',
    changed({ label: '1' }),
    [{ code: 'same-seat', at: '/sections/0/rows/1/places/1/label', numbers: [3, 4] }],
  ],
  [
    'lies on itself',
    changed({ x: 51, y: -100 }),
    [{ code: 'places-overlap', at: '/sections/0/rows/1/places/1', numbers: [1, 4] }],
  ],
  [
    'has a place of no category',
    changed({ category: 'gold' }),
    [{ code: 'unknown-category', at: '/sections/0/rows/1/places/1/category', numbers: [4] }],
  ],
  [
    'has a number twice',
    changed({ number: 1 }),
    [{ code: 'same-number', at: '/sections/0/rows/1/places/1/number', numbers: [1] }],
  ],
  ['has no places', hall(), [{ code: 'no-places', at: '/sections' }]],
  ['has 100,001 places', TOO_MANY, [{ code: 'too-many-places', at: '/sections' }]],
];
const MEGABYTES_OF_NESTING = `{"revision":1,"drawing":${'{"a":'.repeat(2_000_000)}1${'}'.repeat(2_000_000)}}`;

describe('a plan that', () => {
  let api: TestApi;
  let token: string;
  beforeAll(async () => {
    api = await startTestApi();
    token = (await api.admin()).token;
  });
  afterAll(() => api?.close());

  const send = async (method: 'POST' | 'PUT' | 'GET', url: string, payload?: string) => {
    const headers = { authorization: `Bearer ${token}`, ...(payload && { 'content-type': 'application/json' }) };
    const reply = await api.app.inject({ method, url: `/api/admin${url}`, headers, ...(payload && { payload }) });
    return { status: reply.statusCode, body: reply.json() };
  };
  const imported = (plan: object) => send('POST', '/plans/import?format=modex', JSON.stringify(plan));
  const stored = async () => ({
    plans: await api.connection.collection('plans').find().toArray(),
    pieces: await api.connection.collection('plan_pieces').countDocuments(),
    shows: await api.stored('shows').countDocuments(),
    seats: await api.stored('seats').countDocuments(),
  });
  /** Whatever is asked, the database is as it was. */
  const storesNothing = async <T>(ask: () => Promise<T>): Promise<T> => {
    const before = await stored();
    const answer = await ask();
    expect(await stored()).toEqual(before);
    return answer;
  };
  const told = (problems: readonly object[]) => problems.map((problem) => expect.objectContaining(problem));

  it('has nothing of all this is imported and published', async () => {
    const { planId } = (await imported(SOUND)).body;
    const published = await send('POST', `/plans/${planId}/publish`, JSON.stringify({ revision: 1 }));
    expect([published.status, published.body.latestVersion]).toEqual([200, 1]);
  });

  it.each(BROKEN)('%s is not imported, and told exactly why', async (_, plan, problems) => {
    const { status, body } = await storesNothing(() => imported(plan));
    expect([status, body.code, body.problems]).toEqual([400, 'plan-has-problems', told(problems)]);
  });

  it.each(BROKEN.filter(([what]) => !what.includes('100,001')))(
    '%s may be drawn, and is not published, for the same reasons',
    async (_, plan, problems) => {
      const { planId } = (await imported(SOUND)).body;
      const saved = await send('PUT', `/plans/${planId}/draft`, JSON.stringify({ revision: 1, drawing: plan }));
      expect([saved.status, saved.body.problems]).toEqual([200, told(problems)]);
      const { status, body } = await storesNothing(() =>
        send('POST', `/plans/${planId}/publish`, JSON.stringify({ revision: 2 })),
      );
      expect([status, body.code, body.problems]).toEqual([400, 'plan-has-problems', told(problems)]);
    },
  );

  it('has 100,001 places cannot even be drawn', async () => {
    const { planId } = (await imported(SOUND)).body;
    const { status, body } = await storesNothing(() =>
      send('PUT', `/plans/${planId}/draft`, JSON.stringify({ revision: 1, drawing: TOO_MANY })),
    );
    expect([status, body.code]).toEqual([400, 'plan-has-problems']);
    expect(body.problems).toEqual(told([{ code: 'too-many-places', at: '/sections' }]));
  });

  it('is 10 MB of nesting is no JSON that anybody reads, as a file or as a draft', async () => {
    const { planId } = (await imported(SOUND)).body;
    for (const [method, url] of [
      ['PUT', `/plans/${planId}/draft`],
      ['POST', '/plans/import?format=modex'],
      ['POST', '/plans/import?format=pretix'],
    ] as const) {
      const payload = url.includes('import') ? MEGABYTES_OF_NESTING.slice(0, 10_000_000) : MEGABYTES_OF_NESTING;
      const { status, body } = await storesNothing(() => send(method, url, payload));
      expect([url, status, body.code]).toEqual([url, 400, 'malformed-body']);
    }
  });

  it('has a category without a price has no shows that cost something', async () => {
    const { planId } = (await imported(SOUND)).body;
    await send('POST', `/plans/${planId}/publish`, JSON.stringify({ revision: 1 }));
    const prices = { currency: 'EUR', categories: [] };
    const { status, body } = await storesNothing(() =>
      send('POST', '/shows', JSON.stringify({ title: 'A show', startTime: inDays(365), planId, prices })),
    );
    const fields = [{ field: 'prices.categories', message: 'The category All has no price.' }];
    expect([status, body.code, body.fields]).toEqual([400, 'validation-failed', fields]);
  });
});
