import { ShowRepository } from '@modex/api-shows';
import { SignedInUser, startTestApi, TestApi, TestShow } from '@modex/testing/bookings';
import { BookingCancelService } from './booking-cancel.service';
import { BookingRepository } from './booking.repository';

function firstOf<Call>([first]: readonly Call[]): Call {
  if (first === undefined) throw new Error('nothing was sent');
  return first;
}

describe('the commands on bookings', () => {
  let api: TestApi;
  let show: TestShow;
  let buyer: SignedInUser;
  beforeAll(async () => {
    api = await startTestApi();
    buyer = await api.guest();
  });
  afterAll(() => api?.close());
  beforeEach(async () => void (show = await api.show({ totalSeats: 8 })));
  afterEach(() => jest.restoreAllMocks());

  const intent = () => ({ userId: buyer.userId, showId: show.id, seats: show.seatIds.slice(0, 2) });
  const writesOf = (model: 'BookingDocument' | 'ShowDocument') =>
    jest.spyOn(api.connection.model(model).collection, 'findOneAndUpdate');

  it('that write name the customer, by whom the collection can be sharded', async () => {
    const writes = writesOf('BookingDocument');
    await api.book(buyer, show, { seatIds: show.seatIds.slice(0, 2) });
    await api.book(buyer, show, { seatIds: show.seatIds.slice(1, 3) });
    const [{ _id }] = (await api.bookingsOf(show)) as [{ _id: unknown }];
    const caller = { userId: buyer.userId, role: 'CUSTOMER' } as const;
    const cancels = api.find(BookingCancelService);
    await cancels.cancel(String(_id), caller, { seatIds: show.seatIds.slice(0, 1) });
    await cancels.cancel(String(_id), caller);
    await api.underWay(intent());
    await api.endLeases(show);
    await api.sweep();
    const changes = writes.mock.calls.map(([filter]) => JSON.stringify(filter));
    expect(changes.length).toBeGreaterThanOrEqual(8);
    expect(changes.filter((filter) => !filter.includes('"user_id"'))).toEqual([]);
  });

  it('an intent that the driver sends again begins nothing again that has ended meanwhile', async () => {
    const writes = writesOf('BookingDocument');
    const booking = await api.underWay(intent());
    const sent = firstOf(writes.mock.calls);
    await api.endLeases(show);
    await api.sweep();
    const [ended] = await api.bookingsOf(show);
    expect(ended).toMatchObject({ status: 'EXPIRED' });
    await api.connection.model('BookingDocument').collection.findOneAndUpdate(...sent);
    expect(await api.bookingsOf(show)).toEqual([ended]);
    expect(await api.find(BookingRepository).find(booking)).toMatchObject({ status: 'EXPIRED' });
  });

  it('a creation that the driver sends again begins nothing again that has ended meanwhile', async () => {
    const writes = writesOf('ShowDocument');
    const later = await api.show({ totalSeats: 1 });
    const sent = firstOf(writes.mock.calls);
    const stored = () => api.stored('shows').findOne({ _id: api.objectId(later.id) });
    const onSale = await stored();
    await api.connection.model('ShowDocument').collection.findOneAndUpdate(...sent);
    expect(await stored()).toEqual(onSale);
    expect(await api.find(ShowRepository).findById(later.id)).toMatchObject({ status: 'ON_SALE' });
  });
});
