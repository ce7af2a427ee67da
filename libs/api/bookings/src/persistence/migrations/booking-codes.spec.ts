import { startTestApi, TestApi } from '@modex/testing/bookings';
import { bookingCodes } from './2026-11-29-booking-codes';

describe('the migration of booking codes', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const told = jest.fn();
  const run = () => bookingCodes.run(api.connection.db as NonNullable<typeof api.connection.db>, told);
  const codes = async () => (await api.stored('bookings').find().sort({ _id: 1 }).toArray()).map(({ code }) => code);

  it('gives every old booking a code and keeps those there are, however often it runs', async () => {
    const [guest, show] = [await api.guest(), await api.show({ totalSeats: 4 })];
    for (const seatId of show.seatIds.slice(0, 3)) await api.book(guest, show, { seatIds: [seatId] });
    await api.book(await api.guest(), show, { seatIds: [show.seatIds[0] as string] });
    const [, , kept] = await codes();
    const old = { code: { $ne: kept } };
    await api.stored('bookings').updateMany(old, { $unset: { code: '' } });
    await run();
    const given = await codes();
    expect(given).toHaveLength(4);
    expect(new Set(given).size).toBe(4);
    for (const code of given) expect(code).toMatch(/^[2-9ACDEFGHJKMNPQRTVWXY]{8}$/);
    expect(given[2]).toBe(kept);
    expect(told).toHaveBeenLastCalledWith(3, 3);
    await run();
    expect(await codes()).toEqual(given);
  });
});
