import { startTestApi, TestApi } from '@modex/testing/bookings';
import { mongo } from 'mongoose';
import { seatNames } from './2026-11-29-seat-names';

describe('the migration of the names of booked seats', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api?.close());

  const told = jest.fn();
  const run = () => seatNames.run(api.connection.db as mongo.Db, told);
  const stored = () => api.stored('bookings').find().sort({ _id: 1 }).toArray();

  it('gives every old booking those it was made with, and keeps what there is, however often it runs', async () => {
    const [guest, show] = [await api.guest(), await api.show({ rows: 3, seatsPerRow: 2 })];
    const other = await api.show({ totalSeats: 3 });
    const { bookingId } = (await api.book(guest, show, { seatIds: show.seatIds.slice(1, 4) })).body;
    const seatIds = [show.seatIds[2]];
    await api.post(`/api/bookings/${bookingId}/cancel`, { token: guest.token, body: { seatIds } });
    await api.book(guest, show, { seatIds: [show.seatIds[1] as string] });
    await api.book(guest, other, { seatIds: other.seatIds });
    const before = await stored();
    expect(before.map(({ status }) => status)).toEqual(['CONFIRMED', 'FAILED', 'CONFIRMED']);
    await api.stored('bookings').updateMany({ show_id: api.objectId(show.id) }, { $unset: { seat_names: '' } });
    const kept = { seat_names: [{ ...before[2]?.['seat_names'][0], name: 'The royal box' }] };
    await api.stored('bookings').updateOne({ show_id: api.objectId(other.id) }, { $set: kept });
    await run();
    expect(await stored()).toEqual([before[0], before[1], { ...before[2], ...kept }]);
    expect(told).toHaveBeenLastCalledWith(2, 2);
    await run();
    expect(await stored()).toEqual([before[0], before[1], { ...before[2], ...kept }]);
  });
});
