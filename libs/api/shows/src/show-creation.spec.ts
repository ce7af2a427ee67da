import { SeatRepository } from '@modex/api-seats';
import { before, killAt, loseRequest } from '@modex/testing';
import { NewTestShow, startTestApi, TestApi, testShow } from '@modex/testing/shows';
import { ShowRepository } from './show.repository';
import { ShowCreationService } from './show-creation.service';

describe('the creation of a show', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    await api.stored('shows').deleteMany({});
    await api.stored('seats').deleteMany({});
  });

  const create = (wanted: NewTestShow) => api.find(ShowCreationService).create(testShow(wanted));

  it('is not seen before its last seat is made', async () => {
    let seen: readonly unknown[] | undefined;
    before(api.find(ShowRepository), 'complete', async () => {
      seen = (await api.get('/api/shows')).body.items;
    });
    await create({ totalSeats: 5 });
    expect(seen).toEqual([]);
    expect((await api.get('/api/shows')).body.items).toHaveLength(1);
  });

  it('that fails in the middle leaves nothing on sale and no seat', async () => {
    before(api.find(ShowRepository), 'extendCreation', async () => loseRequest(api.find(SeatRepository), 'create'));
    await expect(create({ totalSeats: 2_500 })).rejects.toThrow('connection reset');
    expect(await api.count('seats')).toBe(0);
    expect((await api.stored('shows').findOne({}))?.['status']).toBe('DISCARDED');
    expect((await api.get('/api/shows?limit=2')).body.items).toEqual([]);
  });

  it('that was killed in the middle is removed by the sweep once its lease is over', async () => {
    const revive = [
      killAt(api.find(ShowRepository), 'extendCreation', 'discard'),
      killAt(api.find(SeatRepository), 'removeAllOf'),
    ];
    await expect(create({ totalSeats: 2_500 })).rejects.toThrow('connection reset');
    for (const bring of revive) bring();
    await api.sweep();
    expect(await api.count('seats')).toBe(2_000);
    await api.stored('shows').updateOne({}, [{ $set: { sweep_at: { $subtract: ['$$NOW', 1] } } }]);
    await api.sweep();
    expect(await api.count('seats')).toBe(0);
    expect((await api.stored('shows').findOne({}))?.['status']).toBe('DISCARDED');
  });

  it('that stalled past its lease is given up and does not come on sale', async () => {
    before(api.find(ShowRepository), 'complete', async () => {
      await api.stored('shows').updateOne({}, [{ $set: { sweep_at: { $subtract: ['$$NOW', 1] } } }]);
      await api.sweep();
    });
    await expect(create({ totalSeats: 5 })).rejects.toMatchObject({ code: 'storage-unavailable' });
    expect(await api.count('seats')).toBe(0);
    expect((await api.get('/api/shows?limit=3')).body.items).toEqual([]);
  });
});

it('a show with 100,000 seats gets them all', async () => {
  const api = await startTestApi();
  try {
    const { show } = await api.find(ShowCreationService).create(testShow({ totalSeats: 100_000 }));
    expect((await api.get(`/api/shows/${show.id}`)).body).toMatchObject({ totalSeats: 100_000, freeSeats: 100_000 });
    expect(await api.count('seats')).toBe(100_000);
  } finally {
    await api.close();
  }
}, 60_000);
