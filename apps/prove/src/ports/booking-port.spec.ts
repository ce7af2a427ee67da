import { BookingFailure } from '@modex/domain';
import {
  IMPLEMENTATIONS,
  LONG_LEASE,
  NO_LEASE,
  pending,
  PortsUnderTest,
  showOnSale,
  someUser,
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
  }, 60_000);
  afterAll(() => ports.close());

  const isDue = async (id: string): Promise<boolean> =>
    (await ports.bookings.findDue(1_000)).some((booking) => booking.id === id);
  const statusOf = async (id: string): Promise<string | undefined> => (await ports.bookings.findById(id))?.status;
  const confirmed = async (): Promise<string> => {
    const { id } = await pending(ports, showId);
    await ports.bookings.confirm(id);
    return id;
  };

  it('stores an intent as PENDING with its lease', async () => {
    const [userId, seats] = [someUser(), ['a', 'b'].map((seat) => seat.padEnd(24, '0'))];
    const { kind, booking } = await ports.bookings.open({ userId, showId, seats }, LONG_LEASE);
    expect(kind).toBe('opened');
    expect(booking).toMatchObject({ userId, showId, seats, status: 'PENDING' });
    expect(booking.leaseUntil.getTime() - booking.createdAt.getTime()).toBe(LONG_LEASE);
    expect(await ports.bookings.findById(booking.id)).toEqual(booking);
  });

  it('stores who booked for the customer', async () => {
    const [bookedBy, idempotencyKey] = [someUser(), 'for another'];
    const { id, userId } = await pending(ports, showId, { bookedBy, idempotencyKey });
    expect(await ports.bookings.confirm(id)).toMatchObject({ userId, bookedBy });
    expect(await ports.bookings.findByKey(userId, idempotencyKey)).toMatchObject({ id, userId, bookedBy });
    expect(await ports.bookings.findByKey(bookedBy, idempotencyKey)).toBeUndefined();
    expect(await ports.bookings.findById((await pending(ports, showId)).id)).not.toHaveProperty('bookedBy');
  });

  it('knows a key of the same user, also when two requests come at once', async () => {
    const intent = { userId: someUser(), showId, seats: [], idempotencyKey: '$key' };
    const opened = await Promise.all([1, 2, 3].map(() => ports.bookings.open(intent, LONG_LEASE)));
    expect(opened.map(({ kind }) => kind).sort()).toEqual(['known', 'known', 'opened']);
    expect(new Set(opened.map(({ booking }) => booking.id)).size).toBe(1);
    expect(await ports.bookings.findByKey(intent.userId, '$key')).toEqual(opened[0]?.booking);
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
    const { id } = await pending(ports, showId);
    expect(await ports.bookings.confirm(id)).toMatchObject({ id, status: 'CONFIRMED', confirmedAt: expect.any(Date) });
    expect(await ports.bookings.confirm(id)).toBeUndefined();
    expect(await statusOf(id)).toBe('CONFIRMED');
    expect(await isDue(id)).toBe(false);
  });

  it('does not confirm once the lease is over', async () => {
    const { id } = await pending(ports, showId, { leaseMs: NO_LEASE });
    expect(await ports.bookings.confirm(id)).toBeUndefined();
    expect(await ports.bookings.findById(id)).toMatchObject({ status: 'PENDING' });
    expect(await ports.bookings.findById(id)).not.toHaveProperty('confirmedAt');
  });

  it('expires once, when the lease is over', async () => {
    const { id } = await pending(ports, showId, { leaseMs: NO_LEASE });
    expect(await ports.bookings.expire(id)).toMatchObject({ status: 'EXPIRED', endedAt: expect.any(Date) });
    expect(await ports.bookings.expire(id)).toBeUndefined();
    const live = await pending(ports, showId);
    expect(await ports.bookings.expire(live.id)).toBeUndefined();
    expect(await ports.bookings.findById(live.id)).toEqual(live);
  });

  it('fails only what is PENDING, with the reason', async () => {
    const { id } = await pending(ports, showId);
    expect(await ports.bookings.fail(id, TAKEN)).toMatchObject({ status: 'FAILED', failure: TAKEN });
    expect((await ports.bookings.findById(id))?.failure).toMatchObject(TAKEN);
    expect(await ports.bookings.fail(await confirmed(), TAKEN)).toBeUndefined();
  });

  it('settles a final failure at once and keeps its key', async () => {
    const userId = someUser();
    const { id } = await pending(ports, showId, { userId, idempotencyKey: 'k', leaseMs: NO_LEASE });
    await ports.bookings.fail(id, TAKEN);
    expect(await isDue(id)).toBe(false);
    expect((await ports.bookings.findByKey(userId, 'k'))?.id).toBe(id);
  });

  it('watches any other failure and frees its key', async () => {
    const userId = someUser();
    const { id } = await pending(ports, showId, { userId, idempotencyKey: 'k', leaseMs: NO_LEASE });
    await ports.bookings.fail(id, UNAVAILABLE);
    expect(await isDue(id)).toBe(true);
    expect(await ports.bookings.findByKey(userId, 'k')).toBeUndefined();
    const { kind } = await ports.bookings.open({ userId, showId, seats: [], idempotencyKey: 'k' }, LONG_LEASE);
    expect(kind).toBe('opened');
  });

  it('cancels only what is CONFIRMED, by whom, and is due for its seats', async () => {
    const [id, userId] = [await confirmed(), someUser()];
    expect(await ports.bookings.cancel(id, userId)).toMatchObject({ status: 'CANCELLED', endedBy: userId });
    expect(await ports.bookings.cancel(id, userId)).toBeUndefined();
    expect(await isDue(id)).toBe(true);
    const { id: open } = await pending(ports, showId);
    expect(await ports.bookings.cancel(open, userId)).toBeUndefined();
    expect(await statusOf(open)).toBe('PENDING');
  });

  it('finds what is PENDING past its lease, and nothing else that is PENDING', async () => {
    const [over, live] = [await pending(ports, showId, { leaseMs: NO_LEASE }), await pending(ports, showId)];
    expect(await isDue(over.id)).toBe(true);
    expect(await isDue(live.id)).toBe(false);
  });

  it('finds what has seats to be freed before what is looked at again, however long that has been due', async () => {
    const [seen, cancelled] = [await pending(ports, showId, { leaseMs: NO_LEASE }), await confirmed()];
    await ports.bookings.expire(seen.id);
    await ports.bookings.swept(seen.id, LOOK_AGAIN);
    await ports.bookings.cancel(cancelled, undefined);
    const over = await pending(ports, showId, { leaseMs: NO_LEASE });
    const due = (await ports.bookings.findDue(1_000)).map(({ id }) => id);
    expect(Math.max(due.indexOf(cancelled), due.indexOf(over.id))).toBeLessThan(due.indexOf(seen.id));
    expect(due).toEqual(expect.arrayContaining([seen.id, cancelled, over.id]));
  });

  it('is done with a CANCELLED booking after one look', async () => {
    const id = await confirmed();
    await ports.bookings.cancel(id, undefined);
    await ports.bookings.swept(id, LOOK_AGAIN);
    expect(await isDue(id)).toBe(false);
  });

  it.each([
    { after: 'its pause', pause: LOOK_AGAIN, due: true },
    { after: 'a pause that is not over', pause: { pauseMs: LONG_LEASE, watchMs: LONG_LEASE }, due: false },
    { after: 'the end of the watch', pause: { pauseMs: 0, watchMs: 0 }, due: false },
  ])('an EXPIRED booking is due after $after: $due', async ({ pause, due }) => {
    const { id } = await pending(ports, showId, { leaseMs: NO_LEASE });
    await ports.bookings.expire(id);
    await ports.bookings.swept(id, pause);
    expect(await isDue(id)).toBe(due);
  });

  it('does not take a PENDING booking off the list', async () => {
    const { id } = await pending(ports, showId, { leaseMs: NO_LEASE });
    await ports.bookings.swept(id, { pauseMs: 0, watchMs: 0 });
    expect(await isDue(id)).toBe(true);
  });

  it('finds the confirmed bookings of a show only', async () => {
    const other = (await showOnSale(ports)).show.id;
    const mine = await pending(ports, other);
    await pending(ports, other);
    await ports.bookings.confirm(mine.id);
    const found = await ports.bookings.findByShow(other, ['CONFIRMED'], { limit: 10 });
    expect(found.map(({ id }) => id)).toEqual([mine.id]);
  });
});
