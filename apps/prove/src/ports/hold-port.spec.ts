import { inPlainPlan, Booking, ChangingHold, HeldBooking, NamedSeat, Show } from '@modex/domain';
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

const TIMES = { holdMs: LONG_LEASE, maxMs: 2 * LONG_LEASE };
const ENDED = { holdMs: NO_LEASE, maxMs: LONG_LEASE };
const LOOK_AGAIN = { pauseMs: 0, watchMs: LONG_LEASE };
const NO_NAMES: readonly NamedSeat[] = [];

describe.each(IMPLEMENTATIONS)('holds, by their port, $name', ({ open }) => {
  let ports: PortsUnderTest;
  let showId: string;
  let seatIds: readonly string[];

  beforeAll(async () => {
    ports = await open();
    const { show, seatIds: all } = await showOnSale(ports);
    [showId, seatIds] = [show.id, all];
  }, 60_000);
  afterAll(() => ports.close());

  const seats = (...places: readonly number[]): readonly string[] => places.map((place) => seatIds[place] as string);
  const isDue = async (id: string): Promise<boolean> =>
    (await ports.bookings.findDue(1_000)).some((booking) => booking.id === id);
  const under = async (wanted: Wanted = {}): Promise<Booking> =>
    pending(ports, showId, { seats: seats(0, 1), isOnly: true, ...wanted });
  const held = async (terms = TIMES, wanted: Wanted = {}): Promise<HeldBooking> =>
    (await ports.holds.hold(await under(wanted), terms)) as HeldBooking;
  const begun = async (hold: Booking, wanted = seats(1, 2), leaseMs = LONG_LEASE): Promise<ChangingHold> =>
    (await ports.holds.begin(hold, { seats: wanted, leaseMs })) as ChangingHold;
  const stored = async ({ id }: Booking): Promise<Booking> => (await ports.bookings.findById(id)) as Booking;

  it('makes a booking HELD while its lease lasts, and its end is the hold’s', async () => {
    const booking = await under();
    const hold = (await ports.holds.hold(booking, { ...TIMES, atMost: 5 })) as HeldBooking;
    expect(hold).toMatchObject({ status: 'HELD', seats: seats(0, 1), hold: { version: 0, leaving: [], atMost: 5 } });
    expect(hold.leaseUntil.getTime() - hold.hold.heldAt.getTime()).toBe(LONG_LEASE);
    expect(await stored(hold)).toEqual(hold);
    expect(await ports.holds.hold(booking, TIMES)).toBeUndefined();
    expect(await ports.holds.hold(await under({ leaseMs: NO_LEASE }), TIMES)).toBeUndefined();
  });

  it('never lets it live longer than its longest life', async () => {
    const hold = await held({ holdMs: 10 * LONG_LEASE, maxMs: LONG_LEASE });
    expect(hold.leaseUntil.getTime() - hold.createdAt.getTime()).toBe(LONG_LEASE);
    const extended = (await ports.holds.extend(hold, { holdMs: 10 * LONG_LEASE, maxMs: LONG_LEASE })) as HeldBooking;
    expect(extended.leaseUntil).toEqual(hold.leaseUntil);
  });

  it('finds the one open booking of a customer in the show, with the time', async () => {
    const userId = someUser();
    expect(await ports.holds.findOpen(userId, showId)).toBeUndefined();
    const hold = await held(TIMES, { userId });
    const found = await ports.holds.findOpen(userId, showId);
    expect(found?.booking).toEqual(hold);
    expect(found?.asOf.getTime()).toBeGreaterThanOrEqual(hold.hold.heldAt.getTime());
    const second = { userId, showId, seats: seats(3), names: [], isOnly: true };
    expect((await ports.bookings.open(second, LONG_LEASE)).kind).toBe('busy');
    expect((await ports.bookings.open({ ...second, isOnly: false }, LONG_LEASE)).kind).toBe('opened');
  });

  it('confirms it while it lasts, with the very seats that were seen', async () => {
    const hold = await held();
    expect(await ports.holds.confirm(hold, { seats: seats(0) })).toBeUndefined();
    const confirmed = await ports.holds.confirm(hold, { seats: seats(0, 1) });
    expect(confirmed).toMatchObject({ status: 'CONFIRMED', confirmedAt: expect.any(Date) });
    expect(await isDue(hold.id)).toBe(true);
    expect(await ports.holds.confirm(hold, { seats: seats(0, 1) })).toBeUndefined();
    expect(await ports.holds.findOpen(hold.userId, showId)).toBeUndefined();
    const ended = await held(ENDED);
    expect(await ports.holds.confirm(ended, { seats: seats(0, 1) })).toBeUndefined();
    expect(await ports.bookings.confirm(await held())).toBeUndefined();
  });

  it('extends it while it lasts; one that is over expires', async () => {
    const hold = await held({ holdMs: LONG_LEASE / 2, maxMs: LONG_LEASE });
    const extended = (await ports.holds.extend(hold, TIMES)) as HeldBooking;
    expect(extended.leaseUntil.getTime()).toBeGreaterThan(hold.leaseUntil.getTime());
    expect((await ports.holds.extend(extended, ENDED))?.leaseUntil).toEqual(extended.leaseUntil);
    const over = await held(ENDED);
    expect(await ports.holds.extend(over, TIMES)).toBeUndefined();
    expect(await stored(over)).toMatchObject({ status: 'EXPIRED', endedAt: expect.any(Date) });
  });

  it('releases it, by whom; it stays open until its seats are settled', async () => {
    const [hold, by] = [await held(), someUser()];
    const released = (await ports.holds.release(hold, by)) as HeldBooking;
    expect(released).toMatchObject({ status: 'RELEASED', endedBy: by, endedAt: expect.any(Date) });
    expect(await ports.holds.release(hold, by)).toBeUndefined();
    expect((await ports.holds.findOpen(hold.userId, showId))?.booking.id).toBe(hold.id);
    await ports.bookings.swept(released, LOOK_AGAIN);
    expect(await ports.holds.findOpen(hold.userId, showId)).toBeUndefined();
    expect(await isDue(hold.id)).toBe(false);
  });

  it('begins one change at a time, which no confirm passes', async () => {
    const hold = await held();
    const changing = await begun(hold);
    expect(changing.hold).toMatchObject({ version: 1, change: { seats: seats(1, 2) } });
    expect(changing.seats).toEqual(seats(0, 1));
    expect(await ports.holds.begin(hold, { seats: seats(3), leaseMs: LONG_LEASE })).toBeUndefined();
    expect(await ports.holds.confirm(hold, { seats: seats(0, 1) })).toBeUndefined();
    expect(await ports.holds.begin(await held(ENDED), { seats: seats(3), leaseMs: LONG_LEASE })).toBeUndefined();
  });

  it('never lets a change last longer than its hold', async () => {
    const hold = await held({ holdMs: LONG_LEASE / 2, maxMs: LONG_LEASE });
    const { until } = (await begun(hold)).hold.change;
    expect(until).toEqual(hold.leaseUntil);
  });

  it('commits a change: the seats are its own, and what it gave up is leaving', async () => {
    const changing = await begun(await held());
    const changed = (await ports.holds.commit(changing, NO_NAMES)) as HeldBooking;
    expect([changed.seats, changed.hold.leaving, changed.hold.change]).toEqual([seats(1, 2), seats(0), undefined]);
    expect(await isDue(changed.id)).toBe(true);
    expect(await ports.holds.commit(changing, NO_NAMES)).toBeUndefined();
    await ports.bookings.swept(changed, LOOK_AGAIN);
    expect(((await stored(changed)) as HeldBooking).hold.leaving).toEqual([]);
    expect(await isDue(changed.id)).toBe(false);
  });

  it('drops a change that came to nothing', async () => {
    const changing = await begun(await held());
    await ports.holds.drop(changing);
    const dropped = (await stored(changing)) as HeldBooking;
    expect([dropped.seats, dropped.hold.change, dropped.hold.version]).toEqual([seats(0, 1), undefined, 1]);
    const next = await begun(dropped);
    expect(next.hold.version).toBe(2);
    await ports.holds.drop(changing);
    expect((await stored(next)).hold?.change).toEqual(next.hold.change);
  });

  it('undoes a change once its lease is over, and what it was adding is leaving', async () => {
    const changing = await begun(await held());
    expect(await ports.holds.undo(changing)).toBeUndefined();
    const dead = await begun(await held(), seats(0, 3), NO_LEASE);
    const undone = (await ports.holds.undo(dead)) as HeldBooking;
    expect([undone.seats, undone.hold.leaving, undone.hold.change]).toEqual([seats(0, 1), seats(3), undefined]);
    expect(await ports.holds.commit(dead, NO_NAMES)).toBeUndefined();
  });

  it('is looked at again when its change, or it, is over', async () => {
    const dead = await begun(await held(), seats(0, 3), NO_LEASE);
    expect(await isDue(dead.id)).toBe(true);
    const undone = (await ports.holds.undo(dead)) as HeldBooking;
    await ports.bookings.swept(dead, LOOK_AGAIN);
    expect(await isDue(dead.id)).toBe(true);
    await ports.bookings.swept(undone, LOOK_AGAIN);
    expect(await isDue(dead.id)).toBe(false);
    const over = await held(ENDED);
    expect(await isDue(over.id)).toBe(true);
    expect(await ports.bookings.expire(over)).toMatchObject({ status: 'EXPIRED' });
  });

  it('that was given back while a change may still lock a seat stays open until the change is over', async () => {
    const changing = await begun(await held());
    const released = (await ports.holds.release(changing, someUser())) as HeldBooking;
    await ports.bookings.swept(released, LOOK_AGAIN);
    expect((await ports.holds.findOpen(released.userId, showId))?.booking.id).toBe(released.id);
    const dead = (await ports.holds.release(await begun(await held(), seats(3), NO_LEASE), someUser())) as HeldBooking;
    await ports.bookings.swept(dead, LOOK_AGAIN);
    expect(await ports.holds.findOpen(dead.userId, showId)).toBeUndefined();
    expect(await isDue(dead.id)).toBe(true);
  });

  it('that lived its longest life bars its customer for a while', async () => {
    const bar = { lifeMs: NO_LEASE, forMs: LONG_LEASE };
    const expired = (await ports.bookings.expire(await held(ENDED))) as HeldBooking;
    await ports.bookings.swept(expired, { ...LOOK_AGAIN, bar });
    expect((await ports.holds.findOpen(expired.userId, showId))?.booking.id).toBe(expired.id);
    await ports.bookings.swept(expired, { ...LOOK_AGAIN, bar: { ...bar, lifeMs: LONG_LEASE } });
    expect(await ports.holds.findOpen(expired.userId, showId)).toBeUndefined();
  });

  it('counts against what its customer may have, with what it gave up and was not released', async () => {
    const userId = someUser();
    const hold = await held(TIMES, { userId });
    const another = { ...hold, id: 'a'.repeat(24) };
    expect(await ports.bookings.countSeatsBeside(another)).toBe(2);
    await ports.holds.commit(await begun(hold, seats(0, 1, 2)), NO_NAMES);
    expect(await ports.bookings.countSeatsBeside(another)).toBe(3);
    const changed = await ports.holds.commit(await begun(hold, seats(0)), NO_NAMES);
    expect(await ports.bookings.countSeatsBeside(another)).toBe(3);
    await ports.bookings.swept(changed as Booking, LOOK_AGAIN);
    expect(await ports.bookings.countSeatsBeside(another)).toBe(1);
  });

  it('locks seats HELD under its version, releases up to a version, and lets them follow', async () => {
    const { id: bookingId, leaseUntil } = await held(TIMES, { seats: seats(7, 8) });
    const [one = '', two = ''] = seats(7, 8);
    const lock = (seatId: string, version?: number) =>
      ports.seats.lock({ planVersion: 1, showId, seatId, bookingId, leaseUntil, version });
    const status = async (seatId: string): Promise<string | undefined> => {
      const show = inPlainPlan((await ports.shows.findById(showId)) as Show);
      return (await ports.seats.findByShow(show)).find(({ id }) => id === seatId)?.status;
    };
    expect([await lock(one, 0), await lock(two, 1)]).toEqual(['locked', 'locked']);
    expect([await lock(one, 0), await lock(one), await lock(two, 0)]).toEqual(['locked', 'unavailable', 'unavailable']);
    expect(await status(one)).toBe('HELD');
    expect(await ports.seats.release({ showId, bookingId, seatIds: [one, two], upTo: 0 })).toBe(1);
    expect([await status(one), await status(two)]).toEqual(['AVAILABLE', 'HELD']);
    expect(await lock(two, 2)).toBe('locked');
    expect(await ports.seats.release({ showId, bookingId, seatIds: [two], upTo: 1 })).toBe(0);
    await ports.seats.follow({ showId, bookingId: 'b'.repeat(24), seatIds: [two] });
    expect(await status(two)).toBe('HELD');
    await ports.seats.follow({ showId, bookingId, seatIds: [one, two] });
    expect([await status(one), await status(two)]).toEqual(['AVAILABLE', 'BOOKED']);
    expect(await ports.seats.release({ showId, bookingId, seatIds: [two] })).toBe(1);
  });
});
