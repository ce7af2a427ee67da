import * as fc from 'fast-check';
import type { Collection, Document } from 'mongodb';
import { openDatabase, type OpenDatabase } from '../testing/open-database';

const scalar = fc.constantFrom<unknown>(0, 1, 2, 2.5, -1, NaN, null, 'a', 'b', 'a\0', '', true, new Date(5));
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) },
);
// Two arrays in one compound index are refused.
const doc = fc
  .record({ a: value, b: value, c: scalar }, { requiredKeys: [] })
  .filter(({ a, b }) => !(Array.isArray(a) && Array.isArray(b)));
const condition = fc.oneof(
  scalar,
  fc.record({ $gt: scalar, $lte: scalar }, { requiredKeys: [] }).filter((it) => Object.keys(it).length > 0),
  fc.record({ $gte: scalar, $lt: scalar }, { requiredKeys: ['$lt'] }),
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.record({ $ne: scalar }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $eq: scalar, $exists: fc.constant(true) }),
);
const path = fc.constantFrom('a', 'b', 'c', 'a.x', 'a.y', 'b.x');
const filter = fc
  .uniqueArray(fc.tuple(path, condition), { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .map((pairs): Document => Object.fromEntries(pairs));
const direction = fc.constantFrom<1 | -1>(1, -1);
const sort = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), direction), { maxLength: 2, selector: ([name]) => name })
  .map((pairs): Record<string, 1 | -1> => Object.fromEntries(pairs));

describe('the planner', () => {
  let open: OpenDatabase;
  let docs: Collection;
  beforeAll(async () => {
    open = await openDatabase();
    docs = open.db.collection('docs');
    await docs.createIndexes([
      { key: { a: 1, b: -1 } },
      { key: { b: 1, c: 1 }, sparse: true },
      { key: { 'a.x': 1, 'a.y': 1 } },
      { key: { c: -1, a: 1 }, partialFilterExpression: { c: { $gte: 1 } } },
      { key: { c: 1 }, name: 'present', partialFilterExpression: { c: { $exists: true } } },
    ]);
  });
  afterAll(() => open.close());

  /** Documents by their place in the sort; documents that are equal in it may come in any order. */
  async function found(query: Document, options: Document): Promise<unknown[]> {
    return (await docs.find(query, options).toArray()).map((it) => it['n']);
  }

  it('finds by an index what it finds without one', async () => {
    const batch = fc.array(doc, { minLength: 20, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        batch,
        fc.array(fc.tuple(filter, sort), { minLength: 30, maxLength: 30 }),
        async (all, queries) => {
          await docs.deleteMany({});
          await docs.insertMany(all.map((it, n) => ({ n, ...it })));
          for (const [query, order] of queries) {
            const without = await found(query, { hint: { $natural: 1 } });
            expect((await found(query, {})).sort()).toEqual(without.sort());
            expect(await docs.countDocuments(query)).toBe(without.length);
            await expectSameOrder(query, order);
          }
          expect(await open.db.command({ validate: 'docs' })).toMatchObject({ valid: true });
        },
      ),
      { numRuns: 8, interruptAfterTimeLimit: 40_000 },
    );
  });

  async function expectSameOrder(query: Document, order: Record<string, 1 | -1>): Promise<void> {
    // A last field that differs everywhere leaves only one right order.
    const sorted = { ...order, n: 1 as const };
    expect(await found(query, { sort: sorted })).toEqual(await found(query, { sort: sorted, hint: { $natural: 1 } }));
    const keys = (await docs.find(query, { sort: order }).toArray()).map((it) => it['_id']);
    expect(new Set(keys).size).toBe(keys.length);
  }

  it.each<[string, Document, Record<string, 1 | -1>, string]>([
    ['one document by _id', { _id: 5 }, {}, 'IDHACK'],
    ['some documents by _id, whatever else is asked', { a: 1, _id: { $in: [5, 6] } }, {}, 'FETCH IXSCAN _id_ forward'],
    ['an equality and a range', { a: 1, b: { $gt: 2 } }, {}, 'FETCH IXSCAN a_1_b_-1 forward'],
    ['a partial index where the filter implies it', { c: { $gt: 4 } }, {}, 'FETCH IXSCAN c_-1_a_1 forward'],
    ['no partial index where it does not', { c: { $lt: 4 }, x: 1 }, {}, 'FETCH IXSCAN present forward'],
    ['no index at all', { x: 1 }, {}, 'COLLSCAN forward'],
    ['no index for null that a partial one lacks', { c: null }, {}, 'COLLSCAN forward'],
  ])('uses the right index for %s', async (_, query, order, wanted) => {
    await docs.deleteMany({});
    const { queryPlanner } = await docs.find(query).sort(order).explain('queryPlanner');
    expect(stages(queryPlanner.winningPlan)).toBe(wanted);
  });

  it('reads a sort from an index, in both directions, and sorts when none gives it', async () => {
    const shows = open.db.collection('shows');
    await shows.createIndex({ venue: 1, start: 1, _id: 1 });
    const planOf = async (query: Document, order: Record<string, 1 | -1>) =>
      stages((await shows.find(query).sort(order).explain('queryPlanner')).queryPlanner.winningPlan);
    expect(await planOf({ venue: 'v' }, { start: -1, _id: -1 })).toBe('FETCH IXSCAN venue_1_start_1__id_1 backward');
    expect(await planOf({ venue: 'v' }, { start: 1, _id: -1 })).toBe('SORT FETCH IXSCAN venue_1_start_1__id_1 forward');
    expect(await planOf({}, { venue: 1 })).toBe('FETCH IXSCAN venue_1_start_1__id_1 forward');
  });
});

/** A plan as one line. */
function stages(plan: Document): string {
  const own = [plan['stage'], plan['stage'] === 'IXSCAN' ? plan['indexName'] : undefined];
  const rest = plan['inputStage'] ? stages(plan['inputStage'] as Document) : plan['direction'];
  return [...own, rest].filter((it) => it !== undefined).join(' ');
}
