import { Booking, BookingFailure } from '@modex/domain';
import {
  IMPLEMENTATIONS,
  LONG_LEASE,
  NO_LEASE,
  pending,
  PortsUnderTest,
  showOnSale,
  someUser,
  Wanted,
} from './ports-under-test';

const TAKEN: BookingFailure = { code: 'seat-taken', detail: 'Taken.', seatIds: ['a'.padEnd(24, '0')] };
const UNAVAILABLE: BookingFailure = { code: 'storage-unavailable', detail: 'No answer.', seatIds: [] };
const LOOK_AGAIN = { pauseMs: 0, watchMs: LONG_LEASE };

describe.each(IMPLEMENTATIONS)('the port of the bookings, $name', ({ open }) => {
  let ports: PortsUnderTest;
  let showId: string;

  beforeAll(async () => {
    ports = await open();
    showId = (await showOnSale(ports)).show.id;
  });
  afterAll(() => ports.close());

  const isDue = async (id: string): Promise<boolean> =>
    (await ports.bookings.findDue(1_000)).some((booking) => booking.id === id);
  const statusOf = async (id: string): Promise<string | undefined> => (await ports.bookings.findById(id))?.status;
  const confirmed = async (wanted: Wanted = {}): Promise<Booking> => {
    const { id, userId } = await pending(ports, showId, wanted);
    return (await ports.bookings.confirm({ id, userId })) as Booking;
  };

  it('stores an intent as PENDING with its lease', async () => {
    const [userId, seats] = [someUser(), ['a', 'b'].map((seat) => seat.padEnd(24, '0'))];
    const booking = await pending(ports, showId, { userId, seats });
    expect(booking).toMatchObject({ userId, showId, seats, status: 'PENDING' });
    expect(booking.leaseUntil.getTime() - booking.createdAt.getTime()).toBe(LONG_LEASE);
    expect(await ports.bookings.findById(booking.id)).toEqual(booking);
  });

  it('stores who booked for the customer', async () => {
    const [bookedBy, idempotencyKey] = [someUser(), 'for another'];
    const { id, userId } = await pending(ports, showId, { bookedBy, idempotencyKey });
    expect(await ports.bookings.confirm({ id, userId })).toMatchObject({ userId, bookedBy });
    expect(await ports.bookings.findByKey(userId, idempotencyKey)).toMatchObject({ id, userId, bookedBy });
    expect(await ports.bookings.findByKey(bookedBy, idempotencyKey)).toBeUndefined();
    expect(await ports.bookings.findById((await pending(ports, showId)).id)).not.toHaveProperty('bookedBy');
  });

  it('knows a key of the same user, also when two requests come at once', async () => {
    const intent = { userId: someUser(), showId, seats: [], names: [], idempotencyKey: '$key' };
    const opened = await Promise.all([1, 2, 3].map(() => ports.bookings.open(intent, LONG_LEASE)));
    expect(opened.map(({ kind }) => kind).sort()).toEqual(['known', 'known', 'opened']);
    const bookings = opened.flatMap((one) => (one.kind === 'busy' ? [] : [one.booking]));
    expect(new Set(bookings.map(({ id }) => id)).size).toBe(1);
    expect(await ports.bookings.findByKey(intent.userId, '$key')).toEqual(bookings[0]);
  });

  it('lets two users have one key, and a user many bookings without', async () => {
    const userId = someUser();
    const key = { idempotencyKey: 'shared' };
    const ids = [
      await pending(ports, showId, { userId, ...key }),
      await pending(ports, showId, key),
      await pending(ports, showId, { userId }),
      await pending(ports, showId, { userId }),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it('confirms once, while the lease lasts', async () => {
    const { id, userId } = await pending(ports, showId);
    expect(await ports.bookings.confirm({ id, userId })).toMatchObject({
      id,
      status: 'CONFIRMED',
      confirmedAt: expect.any(Date),
    });
    expect(await ports.bookings.confirm({ id, userId })).toBeUndefined();
    expect(await statusOf(id)).toBe('CONFIRMED');
    expect(await isDue(id)).toBe(false);
  });

  it('does not confirm once the lease is over', async () => {
    const { id, userId } = await pending(ports, showId, { leaseMs: NO_LEASE });
    expect(await ports.bookings.confirm({ id, userId })).toBeUndefined();
    expect(await ports.bookings.findById(id)).toMatchObject({ status: 'PENDING' });
    expect(await ports.bookings.findById(id)).not.toHaveProperty('confirmedAt');
  });

  it('expires once, when the lease is over', async () => {
    const { id, userId } = await pending(ports, showId, { leaseMs: NO_LEASE });
    expect(await ports.bookings.expire({ id, userId })).toMatchObject({ status: 'EXPIRED', endedAt: expect.any(Date) });
    expect(await ports.bookings.expire({ id, userId })).toBeUndefined();
    const live = await pending(ports, showId);
    expect(await ports.bookings.expire(live)).toBeUndefined();
    expect(await ports.bookings.findById(live.id)).toEqual(live);
  });

  it('fails only what is PENDING, with the reason', async () => {
    const { id, userId } = await pending(ports, showId);
    expect(await ports.bookings.fail({ id, userId }, TAKEN)).toMatchObject({ status: 'FAILED', failure: TAKEN });
    expect((await ports.bookings.findById(id))?.failure).toMatchObject(TAKEN);
    expect(await ports.bookings.fail(await confirmed(), TAKEN)).toBeUndefined();
  });

  it('settles a final failure at once and keeps its key', async () => {
    const userId = someUser();
    const { id } = await pending(ports, showId, { userId, idempotencyKey: 'k', leaseMs: NO_LEASE });
    await ports.bookings.fail({ id, userId }, TAKEN);
    expect(await isDue(id)).toBe(false);
    expect((await ports.bookings.findByKey(userId, 'k'))?.id).toBe(id);
  });

  it('watches any other failure and frees its key', async () => {
    const userId = someUser();
    const { id } = await pending(ports, showId, { userId, idempotencyKey: 'k', leaseMs: NO_LEASE });
    await ports.bookings.fail({ id, userId }, UNAVAILABLE);
    expect(await isDue(id)).toBe(true);
    expect(await ports.bookings.findByKey(userId, 'k')).toBeUndefined();
    const { kind } = await ports.bookings.open(
      { userId, showId, seats: [], names: [], idempotencyKey: 'k' },
      LONG_LEASE,
    );
    expect(kind).toBe('opened');
  });

  it('cancels only what is CONFIRMED, by whom and why, and is due for its seats', async () => {
    const [booking, by] = [await confirmed(), someUser()];
    const cancelled = await ports.bookings.cancel(booking, { by, reason: '$why' });
    expect(cancelled).toMatchObject({ status: 'CANCELLED', endedBy: by, reason: '$why', endedAt: expect.any(Date) });
    expect(await ports.bookings.cancel(booking, { by })).toBeUndefined();
    expect(await isDue(booking.id)).toBe(true);
    const open = await pending(ports, showId);
    expect(await ports.bookings.cancel(open, { by })).toBeUndefined();
    expect(await statusOf(open.id)).toBe('PENDING');
  });

  it('finds what is PENDING past its lease, and nothing else that is PENDING', async () => {
    const [over, live] = [await pending(ports, showId, { leaseMs: NO_LEASE }), await pending(ports, showId)];
    expect(await isDue(over.id)).toBe(true);
    expect(await isDue(live.id)).toBe(false);
  });

  it('finds what has seats to be freed before what is looked at again, however long that has been due', async () => {
    const [seen, cancelled] = [await pending(ports, showId, { leaseMs: NO_LEASE }), await confirmed()];
    await ports.bookings.expire(seen);
    await ports.bookings.swept({ ...seen, status: 'EXPIRED' }, LOOK_AGAIN);
    await ports.bookings.cancel(cancelled, {});
    const over = await pending(ports, showId, { leaseMs: NO_LEASE });
    const due = (await ports.bookings.findDue(1_000)).map(({ id }) => id);
    expect(Math.max(due.indexOf(cancelled.id), due.indexOf(over.id))).toBeLessThan(due.indexOf(seen.id));
    expect(due).toEqual(expect.arrayContaining([seen.id, cancelled.id, over.id]));
  });

  it('is done with a CANCELLED booking after one look', async () => {
    const cancelled = (await ports.bookings.cancel(await confirmed(), {})) as Booking;
    await ports.bookings.swept(cancelled, LOOK_AGAIN);
    expect(await isDue(cancelled.id)).toBe(false);
  });

  it.each([
    { after: 'its pause', pause: LOOK_AGAIN, due: true },
    { after: 'a pause that is not over', pause: { pauseMs: LONG_LEASE, watchMs: LONG_LEASE }, due: false },
    { after: 'the end of the watch', pause: { pauseMs: 0, watchMs: 0 }, due: false },
  ])('an EXPIRED booking is due after $after: $due', async ({ pause, due }) => {
    const { id, userId } = await pending(ports, showId, { leaseMs: NO_LEASE });
    await ports.bookings.swept((await ports.bookings.expire({ id, userId })) as Booking, pause);
    expect(await isDue(id)).toBe(due);
  });

  it('does not take a PENDING booking off the list', async () => {
    const booking = await pending(ports, showId, { leaseMs: NO_LEASE });
    await ports.bookings.swept({ ...booking, status: 'EXPIRED' }, { pauseMs: 0, watchMs: 0 });
    expect(await isDue(booking.id)).toBe(true);
  });

  it('finds the confirmed bookings of a show only', async () => {
    const other = (await showOnSale(ports)).show.id;
    const mine = await pending(ports, other);
    await pending(ports, other);
    await ports.bookings.confirm(mine);
    const found = await ports.bookings.findByShow(other, ['CONFIRMED'], { limit: 10 });
    expect(found.map(({ id }) => id)).toEqual([mine.id]);
  });
});
