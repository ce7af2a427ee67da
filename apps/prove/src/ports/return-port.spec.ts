import { Booking } from '@modex/domain';
import {
  IMPLEMENTATIONS,
  LONG_LEASE,
  NO_LEASE,
  pending,
  PortsUnderTest,
  showOnSale,
  someUser,
} from './ports-under-test';

const LOOK_AGAIN = { pauseMs: 0, watchMs: LONG_LEASE };

describe.each(IMPLEMENTATIONS)('giving seats back, by the port of the bookings, $name', ({ open }) => {
  let ports: PortsUnderTest;
  let showId: string;
  let seatIds: readonly string[];

  beforeAll(async () => {
    ports = await open();
    const { show, seatIds: all } = await showOnSale(ports);
    [showId, seatIds] = [show.id, all.slice(0, 3)];
  });
  afterAll(() => ports.close());

  const seat = (place: number): string => seatIds[place] as string;
  const isDue = async (id: string): Promise<boolean> =>
    (await ports.bookings.findDue(1_000)).some((booking) => booking.id === id);
  const sold = async (userId = someUser()): Promise<Booking> => {
    const { id } = await pending(ports, showId, { seats: seatIds, userId });
    return (await ports.bookings.confirm({ id, userId })) as Booking;
  };
  const giveBack = async (seen: Booking, ...seats: readonly string[]): Promise<Booking> =>
    (await ports.bookings.cancel(seen, { seatIds: seats })) as Booking;

  it('takes them from the list, and says when, by whom and why', async () => {
    const [booking, by] = [await sold(), someUser()];
    const seats = [seat(1)];
    const given = (await ports.bookings.cancel(booking, { seatIds: seats, by, reason: '$ill' })) as Booking;
    expect(given).toMatchObject({ status: 'CONFIRMED', seats: [seat(0), seat(2)] });
    expect(given.returned).toEqual([{ seatId: seat(1), at: expect.any(Date), by, reason: '$ill' }]);
    expect(given.returned[0]?.at.getTime()).toBeGreaterThanOrEqual((booking.confirmedAt as Date).getTime());
    expect(given).not.toHaveProperty('endedAt');
    expect(await ports.bookings.findById(booking.id)).toEqual(given);
    expect(await isDue(booking.id)).toBe(true);
  });

  it('remembers those that went before', async () => {
    const again = await giveBack(await giveBack(await sold(), seat(2)), seat(0));
    expect(again.seats).toEqual([seat(1)]);
    expect(again.returned.map(({ seatId }) => seatId)).toEqual([seat(2), seat(0)]);
  });

  it('with the last of them is a cancellation', async () => {
    const last = await giveBack(await giveBack(await sold(), seat(0), seat(1)), seat(2));
    expect(last).toMatchObject({ status: 'CANCELLED', seats: [seat(2)], endedAt: expect.any(Date) });
    expect(last.returned.map(({ seatId }) => seatId)).toEqual([seat(0), seat(1)]);
  });

  it('misses when the booking changed since it was read', async () => {
    const seen = await sold();
    const given = await giveBack(seen, seat(0));
    expect(await ports.bookings.cancel(seen, { seatIds: [seat(1)] })).toBeUndefined();
    expect(await ports.bookings.cancel(seen, {})).toBeUndefined();
    expect(await ports.bookings.findById(seen.id)).toEqual(given);
  });

  it('is settled by one look at the booking as it is', async () => {
    const given = await giveBack(await sold(), seat(0));
    await ports.bookings.swept(given, LOOK_AGAIN);
    expect(await isDue(given.id)).toBe(false);
    expect(await ports.bookings.findById(given.id)).toEqual(given);
  });

  it('is not settled by a look at what the booking was before', async () => {
    const once = await giveBack(await sold(), seat(0));
    const twice = await giveBack(once, seat(1));
    await ports.bookings.swept(once, LOOK_AGAIN);
    expect(await isDue(once.id)).toBe(true);
    await ports.bookings.cancel(twice, {});
    await ports.bookings.swept(twice, LOOK_AGAIN);
    expect(await isDue(once.id)).toBe(true);
  });

  describe('the seats beside a booking', () => {
    const countFor = async (userId: string): Promise<number> => {
      const other = await pending(ports, showId, { userId, seats: [seat(0)] });
      return ports.bookings.countSeatsBeside(other);
    };

    it('are those that the customer has or is buying, and none of somebody else, another show or his staff', async () => {
      const userId = someUser();
      expect(await countFor(userId)).toBe(0);
      await sold(userId);
      await sold();
      expect(await countFor(userId)).toBe(4);
      await pending(ports, showId, { userId, seats: seatIds, bookedBy: someUser() });
      const elsewhere = await showOnSale(ports);
      await pending(ports, elsewhere.show.id, { userId, seats: elsewhere.seatIds });
      expect(await countFor(userId)).toBe(5);
    });

    it('count until they are released', async () => {
      const userId = someUser();
      const given = await giveBack(await sold(userId), seat(0));
      expect(await countFor(userId)).toBe(3);
      await ports.bookings.swept(given, LOOK_AGAIN);
      expect(await countFor(userId)).toBe(3);
      const all = (await ports.bookings.cancel(given, {})) as Booking;
      expect(await countFor(userId)).toBe(5);
      await ports.bookings.swept(all, LOOK_AGAIN);
      expect(await countFor(userId)).toBe(3);
    });
  });

  describe('an only booking', () => {
    const intentOf = (userId: string) => ({ userId, showId, seats: seatIds, names: [], isOnly: true });
    const isBusy = async (userId: string): Promise<boolean> =>
      (await ports.bookings.open(intentOf(userId), LONG_LEASE)).kind === 'busy';
    const only = async (userId: string, leaseMs = LONG_LEASE): Promise<Booking> =>
      pending(ports, showId, { ...intentOf(userId), leaseMs });

    it('has no other open beside it, of many at once', async () => {
      const intent = intentOf(someUser());
      const opened = await Promise.all([1, 2, 3, 4].map(() => ports.bookings.open(intent, LONG_LEASE)));
      expect(opened.map(({ kind }) => kind).sort()).toEqual(['busy', 'busy', 'busy', 'opened']);
    });

    it('knows its key all the same', async () => {
      const intent = { ...intentOf(someUser()), idempotencyKey: 'k' };
      await ports.bookings.open(intent, LONG_LEASE);
      expect((await ports.bookings.open(intent, LONG_LEASE)).kind).toBe('known');
      expect((await ports.bookings.open({ ...intent, idempotencyKey: 'l' }, LONG_LEASE)).kind).toBe('busy');
    });

    it('minds no other customer, no other show, and none that is not', async () => {
      const userId = someUser();
      await only(userId);
      await only(someUser());
      await pending(ports, showId, { userId });
      await pending(ports, (await showOnSale(ports)).show.id, { userId, isOnly: true });
      expect(await isBusy(userId)).toBe(true);
    });

    it.each([
      ['confirmed', 'lets the next come', false],
      ['refused for good', 'lets the next come', false],
      ['ended by the storage', 'bars the next', true],
    ])('that was %s %s', async (how, _, barred) => {
      const userId = someUser();
      const { id } = await only(userId);
      const code = how === 'refused for good' ? 'seat-taken' : 'storage-unavailable';
      if (how === 'confirmed') await ports.bookings.confirm({ id, userId });
      else await ports.bookings.fail({ id, userId }, { code, detail: '', seatIds: [] });
      expect(await isBusy(userId)).toBe(barred);
    });

    it('that expired bars the next until it was looked at', async () => {
      const userId = someUser();
      const { id } = await only(userId, NO_LEASE);
      expect(await isBusy(userId)).toBe(true);
      const expired = (await ports.bookings.expire({ id, userId })) as Booking;
      expect(await isBusy(userId)).toBe(true);
      await ports.bookings.swept(expired, LOOK_AGAIN);
      expect(await isBusy(userId)).toBe(false);
    });
  });
});
