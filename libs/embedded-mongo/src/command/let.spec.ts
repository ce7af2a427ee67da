import { openDatabase, refusalCode, type OpenDatabase } from '../testing/open-database';

describe('the let of a command', () => {
  let open: OpenDatabase;
  beforeAll(async () => void (open = await openDatabase()));
  afterAll(() => open.close());
  beforeEach(async () => {
    await open.db.collection('c').deleteMany({});
    await open.db.collection<{ _id: number; a: unknown }>('c').insertMany([
      { _id: 1, a: 3 },
      { _id: 2, a: '$bar' },
    ]);
  });

  /** Commands that look for the document whose `a` is the variable `v`, and what they answer when it is found. */
  const filter = { $expr: { $eq: ['$a', '$$v'] } };
  const COMMANDS: readonly (readonly [string, (vars: object) => object, object])[] = [
    ['find', (vars) => ({ find: 'c', filter, let: vars }), { cursor: { firstBatch: [{ _id: 1 }] } }],
    [
      'aggregate',
      (vars) => ({ aggregate: 'c', pipeline: [{ $match: filter }], cursor: {}, let: vars }),
      { cursor: { firstBatch: [{ _id: 1 }] } },
    ],
    ['update', (vars) => ({ update: 'c', updates: [{ q: filter, u: { $set: { b: 1 } } }], let: vars }), { n: 1 }],
    ['delete', (vars) => ({ delete: 'c', deletes: [{ q: filter, limit: 0 }], let: vars }), { n: 1 }],
    ['count', (vars) => ({ count: 'c', query: filter, let: vars }), { n: 1 }],
    ['distinct', (vars) => ({ distinct: 'c', key: '_id', query: filter, let: vars }), { values: [1] }],
    [
      'findAndModify',
      (vars) => ({ findAndModify: 'c', query: filter, update: { $set: { b: 1 } }, let: vars }),
      { value: { _id: 1 } },
    ],
  ];

  describe.each(COMMANDS)('%s', (_, command, answer) => {
    it('has the values of its expressions', async () => {
      expect(await open.db.command(command({ v: { $add: [1, 2] } }))).toMatchObject(answer);
    });

    it('may use the variables before', async () => {
      expect(await open.db.command(command({ u: 2, v: { $add: ['$$u', 1] } }))).toMatchObject(answer);
    });

    it.each([
      ['a field', { v: '$a' }, 4890500],
      ['the document', { v: '$$ROOT' }, 4890500],
      ['a variable that comes later', { v: '$$w', w: 1 }, 17276],
      ['a name that begins with a capital', { V: 1, v: 1 }, 9],
    ])('refuses %s', async (_what, vars, code) => {
      expect(await refusalCode(open.db, command(vars))).toBe(code);
    });
  });

  it('takes a literal as it is written', async () => {
    const found = await open.db.command({ find: 'c', filter, let: { v: { $literal: '$bar' } } });
    expect(found['cursor']).toMatchObject({ firstBatch: [{ _id: 2 }] });
  });

  it('is seen by an update that is a pipeline', async () => {
    const update = [{ $set: { b: '$$v' } }];
    await open.db.command({ update: 'c', updates: [{ q: { _id: 1 }, u: update }], let: { v: { $literal: '$bar' } } });
    expect(await open.db.collection('c').findOne({ a: 3 })).toMatchObject({ b: '$bar' });
  });
});
