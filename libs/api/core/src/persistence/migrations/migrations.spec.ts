import { eventually, freshDatabase, FreshDatabase } from '@modex/testing';
import { mongo } from 'mongoose';
import { migrateEach } from './migrate-each';
import type { Migration } from './migration';
import { Migrator, NewerDatabase } from './migrator';
import { PreparationLock } from './preparation-lock';

describe('migrations', () => {
  let database: FreshDatabase;
  let client: mongo.MongoClient;
  let db: mongo.Db;
  let said: string[];
  beforeEach(async () => {
    database = await freshDatabase();
    client = await new mongo.MongoClient(database.uri).connect();
    db = client.db();
    said = [];
  });
  afterEach(async () => {
    await client.close();
    await database.drop();
  });

  /** Gives every document of `things` a mark, once; each run is counted. */
  const marking = (id: string, runs: string[] = []): Migration => ({
    id,
    what: 'marks of things',
    run: async (on, told) => {
      runs.push(id);
      const change = {
        collection: 'things',
        where: { mark: { $exists: false } },
        update: () => ({ $set: { mark: id } }),
      };
      await migrateEach(on, change, told);
    },
  });
  const start = (migrations: readonly Migration[], waiting = (): void => undefined) =>
    new PreparationLock(db).hold(
      (held) => new Migrator(db, migrations, (line) => said.push(line)).migrate(held),
      waiting,
    );
  const things = () => db.collection<{ _id: number; mark?: string }>('things');
  const fill = (count: number) => things().insertMany(Array.from({ length: count }, (_, _id) => ({ _id })));

  it('apply what is missing, in order, once', async () => {
    const runs: string[] = [];
    await start([marking('1', runs)]);
    await start([marking('1', runs), marking('2', runs), marking('3', runs)]);
    await start([marking('1', runs), marking('2', runs), marking('3', runs)]);
    expect(runs).toEqual(['1', '2', '3']);
  });

  it('change every document over many batches, and tell how far they are', async () => {
    await fill(1_201);
    await start([marking('1')]);
    expect(await things().countDocuments({ mark: '1' })).toBe(1_201);
    expect(said.at(-1)).toBe('  Preparing the data: marks of things, 1201 of 1201');
  });

  it('run once when instances start together', async () => {
    await fill(700);
    const runs: string[] = [];
    const waited: string[] = [];
    await Promise.all(Array.from({ length: 4 }, () => start([marking('1', runs)], () => waited.push('waits'))));
    expect(runs).toEqual(['1']);
    expect(waited).toHaveLength(3);
  });

  it('go on where a broken one stopped', async () => {
    await fill(1_201);
    const broken: Migration = {
      ...marking('1'),
      run: (on) =>
        marking('1').run(on, () => {
          throw new Error('the process died');
        }),
    };
    await expect(start([broken])).rejects.toThrow('the process died');
    expect(await things().countDocuments({ mark: '1' })).toBe(500);
    await start([marking('1')]);
    expect(await things().countDocuments({ mark: '1' })).toBe(1_201);
    expect(said).toEqual([
      '  Preparing the data: marks of things, 500 of 701',
      '  Preparing the data: marks of things, 701 of 701',
    ]);
  });

  it('take over from a holder that died, ten seconds after its last sign', async () => {
    const lock = { holder: 'a process that is gone', lease_until: { $add: ['$$NOW', 300] } };
    await db.collection('locks').updateOne({ _id: 'preparation' as never }, [{ $set: lock }], { upsert: true });
    const runs: string[] = [];
    const waited: string[] = [];
    await start([marking('1', runs)], () => waited.push('waits'));
    expect([runs, waited]).toEqual([['1'], ['waits']]);
  });

  it('end where another instance took over, also when it is done already', async () => {
    const timers = jest.spyOn(globalThis, 'setInterval');
    const overtaken: Migration = {
      ...marking('1'),
      run: async (_, told) => {
        await db.collection('locks').deleteMany({});
        for (const [beat] of timers.mock.calls) beat();
        await eventually(async () => expect(() => told(1, 2)).toThrow());
      },
    };
    await expect(start([overtaken])).rejects.toThrow('Another instance has taken over');
    timers.mockRestore();
    expect(await db.collection('locks').countDocuments()).toBe(0);
  });

  it('refuse a database of a newer version, and touch nothing', async () => {
    await start([marking('1'), marking('2')]);
    const runs: string[] = [];
    const older = new Migrator(db, [marking('1', runs)], () => undefined);
    await expect(older.refuseNewer()).rejects.toThrow(NewerDatabase);
    await expect(older.refuseNewer()).rejects.toThrow(/newer version of Modex \(2\); start that version/);
    await expect(start([marking('1', runs)])).rejects.toThrow(NewerDatabase);
    expect(runs).toEqual([]);
  });
});
