import { startTestApi, TestApi } from '@modex/testing/shows';
import { showSearchKeys } from './2026-11-29-show-search-keys';
import { showZones } from './2026-11-29-show-zones';

describe('the migrations of shows', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ settings: { venueTimeZone: 'Europe/Berlin' } });
  });
  afterAll(() => api?.close());
  beforeEach(() => api.stored('shows').deleteMany({}));

  const db = () => api.connection.db as NonNullable<typeof api.connection.db>;
  const of = async (field: string) =>
    (await api.stored('shows').find().sort({ _id: 1 }).toArray()).map((show) => show[field]);

  it('give old shows the default zone for good and keep those there are, however often they run', async () => {
    const told = jest.fn();
    await api.show({ timeZone: 'Asia/Tokyo', totalSeats: 1 });
    const old = await api.show({ totalSeats: 1 });
    await api.stored('shows').updateOne({ _id: api.objectId(old.id) }, { $unset: { time_zone: '' } });
    expect((await api.get(`/api/shows/${old.id}`)).body).toMatchObject({ timeZone: 'Europe/Berlin' });
    await showZones('Europe/Vienna').run(db(), told);
    expect(told).toHaveBeenLastCalledWith(1, 1);
    await showZones('Europe/Paris').run(db(), told);
    expect(await of('time_zone')).toEqual(['Asia/Tokyo', 'Europe/Vienna']);
  });

  it('have old shows found by their folded words', async () => {
    await api.show({ title: 'Der Kaiser', venue: 'Theater in der Josefstädter Straße', totalSeats: 1 });
    await api.show({ title: 'Été', venue: null, totalSeats: 1 });
    const keys = await of('search_key');
    await api.stored('shows').updateMany({}, { $unset: { search_key: '' } });
    // Another query each time: a list may be a second old.
    const found = async (limit: number) =>
      (await api.get(`/api/shows?q=josefstadter%20strasse%20kaiser&limit=${limit}`)).body.items.length;
    expect(await found(1)).toBe(0);
    await showSearchKeys.run(db(), jest.fn());
    await showSearchKeys.run(db(), jest.fn());
    expect(await found(2)).toBe(1);
    expect(await of('search_key')).toEqual(keys);
  });
});
