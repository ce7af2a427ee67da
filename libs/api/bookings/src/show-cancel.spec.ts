import { Caller } from '@modex/api-accounts';
import { SeatRepository } from '@modex/api-seats';
import { before } from '@modex/testing';
import { startTestApi, TestApi } from '@modex/testing/bookings';
import { HoldRepository } from './holds/hold.repository';
import { ShowCancelService } from './show-cancel.service';

describe('cancelling a show', () => {
  let api: TestApi;
  let by: Caller;
  beforeAll(async () => {
    api = await startTestApi();
    by = { userId: (await api.admin()).userId, role: 'OWNER' };
  });
  afterAll(() => api?.close());

  const cancel = (id: string, reason?: string) => api.find(ShowCancelService).cancel(id, by, reason);

  it('cancels the show with all its bookings, and twice is the same as once', async () => {
    const [show, buyers] = [await api.show(), await Promise.all([api.guest(), api.guest()])];
    for (const [i, buyer] of buyers.entries())
      await api.book(buyer, show, { seatIds: show.seatIds.slice(i * 3, i * 3 + 2) });
    for (let time = 0; time < 2; time++) {
      expect(await cancel(show.id)).toMatchObject({ status: 'CANCELLED' });
    }
    expect((await api.bookingsOf(show)).map((booking) => booking['status'])).toEqual(['CANCELLED', 'CANCELLED']);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
    const { body } = await api.get('/api/bookings', { token: buyers[0].token });
    expect(body.items).toMatchObject([{ status: 'CANCELLED', show: { status: 'CANCELLED' }, cancellable: false }]);
    const late = await api.book(buyers[0], show, { seatIds: show.seatIds.slice(0, 1) });
    expect([late.status, late.body.code]).toEqual([409, 'show-not-on-sale']);
  });

  it('ends the holds at once; a hold that is confirmed at the same time is cancelled as a booking', async () => {
    const [show, holder, buyer] = [await api.show(), await api.guest(), await api.guest()];
    await api.hold(holder, show, show.seatIds.slice(0, 2));
    const later = show.seatIds.slice(3, 5);
    const { body } = await api.hold(buyer, show, later);
    const holds = api.find(HoldRepository);
    // The latest hold is released first.
    before(holds, 'release', () => holds.confirm({ id: body.holdId, userId: buyer.userId }, { seats: later }));
    await cancel(show.id);
    expect((await api.bookingsOf(show)).map((booking) => booking['status']).sort()).toEqual(['CANCELLED', 'RELEASED']);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  });

  it('cancels a booking too that confirms just after the show was cancelled', async () => {
    const [show, buyer] = [await api.show(), await api.guest()];
    before(api.find(SeatRepository), 'lock', () => cancel(show.id));
    const late = await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 2) });
    expect(late.status).toBe(201);
    await api.sweep();
    expect(await api.bookingsOf(show)).toMatchObject([{ status: 'CANCELLED' }]);
    expect(new Set(await api.seatStatuses(show))).toEqual(new Set(['AVAILABLE']));
  });

  it('tells everybody who booked why, also who was late', async () => {
    const [show, early, late] = [await api.show(), await api.guest(), await api.guest()];
    await api.book(early, show, { seatIds: show.seatIds.slice(0, 1) });
    before(api.find(SeatRepository), 'lock', () => cancel(show.id, 'The singer is ill.'));
    await api.book(late, show, { seatIds: show.seatIds.slice(1, 2) });
    await api.sweep();
    for (const { token } of [early, late]) {
      const { body } = await api.get('/api/bookings', { token });
      const told = { reason: 'The singer is ill.', show: { cancelReason: 'The singer is ill.' } };
      expect(body.items).toMatchObject([{ status: 'CANCELLED', ...told }]);
    }
    expect((await api.get(`/api/shows/${show.id}`)).body.cancelReason).toBe('The singer is ill.');
    expect((await cancel(show.id, 'Another reason.')).cancelReason).toBe('The singer is ill.');
  });

  it('looks at a cancelled show as long as a booking may still confirm', async () => {
    const show = await api.show();
    await cancel(show.id);
    await api.sweep();
    const stored = () => api.stored('shows').findOne({ _id: api.objectId(show.id) });
    expect(await stored()).toHaveProperty('sweep_at');
    const anHour = 61 * 60 * 1_000;
    await api
      .stored('shows')
      .updateOne({ _id: api.objectId(show.id) }, [
        { $set: { ended_at: { $subtract: ['$$NOW', anHour] }, sweep_at: '$$NOW' } },
      ]);
    await api.sweep();
    expect(await stored()).not.toHaveProperty('sweep_at');
  });
});
