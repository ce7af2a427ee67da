import { inPlainPlan, SeatedShow } from '@modex/domain';
import { SeatLock } from '@modex/api-seats/protocol';
import { inShort } from '@modex/testing';
import { IMPLEMENTATIONS, LONG_LEASE, newShow, PortsUnderTest, showOnSale, someUser } from './ports-under-test';

const FAR = new Date('2100-01-01');
const PAST = new Date(0);

describe.each(IMPLEMENTATIONS)('the port of the seats, $name', ({ open }) => {
  let ports: PortsUnderTest;
  let show: SeatedShow;
  let free: string[];

  beforeAll(async () => {
    ports = await open();
    const made = await showOnSale(ports);
    show = made.show;
    free = [...made.seatIds];
  });
  afterAll(() => ports.close());

  /** A lock on a seat that no other test touches. */
  const lockOf = (changes: Partial<SeatLock> = {}): SeatLock => ({
    planVersion: 1,
    showId: show.id,
    seatId: changes.seatId ?? (free.pop() as string),
    bookingId: someUser(),
    leaseUntil: FAR,
    ...changes,
  });
  const statusOf = async (seatId: string): Promise<string | undefined> =>
    (await ports.seats.findByShow(show)).find(({ id }) => id === seatId)?.status;

  it('locks a free seat for one booking, however many ask at once', async () => {
    const first = lockOf();
    const locks = [first, lockOf({ seatId: first.seatId }), lockOf({ seatId: first.seatId })];
    const outcomes = await Promise.all(locks.map((each) => ports.seats.lock(each)));
    expect(outcomes.sort()).toEqual(['locked', 'unavailable', 'unavailable']);
    expect(await statusOf(first.seatId)).toBe('BOOKED');
  });

  it('answers a lock that is sent twice as it did the first time, also when the lease is over meanwhile', async () => {
    const mine = lockOf();
    expect(await ports.seats.lock(mine)).toBe('locked');
    expect(await ports.seats.lock(mine)).toBe('locked');
    expect(await ports.seats.lock({ ...mine, leaseUntil: PAST })).toBe('locked');
    const { seatId, bookingId } = mine;
    expect(await ports.seats.lock(lockOf({ seatId }))).toBe('unavailable');
    expect(await ports.seats.release({ showId: show.id, seatIds: [seatId], bookingId })).toBe(1);
  });

  it('leaves a free seat free when the lease is over, and says that the lease is over', async () => {
    const late = lockOf({ leaseUntil: PAST });
    expect(await ports.seats.lock(late)).toBe('lease-over');
    expect(await statusOf(late.seatId)).toBe('AVAILABLE');
    expect(await ports.seats.lock(lockOf({ seatId: late.seatId }))).toBe('locked');
    expect(await ports.seats.lock(late)).toBe('unavailable');
  });

  it('locks no seat under the id of another show', async () => {
    const other = (await showOnSale(ports)).show.id;
    const strayed = lockOf({ showId: other });
    expect(await ports.seats.lock(strayed)).toBe('unavailable');
    expect(await statusOf(strayed.seatId)).toBe('AVAILABLE');
  });

  it('releases what carries the id of the booking, and no other seat', async () => {
    const [mine, other] = [lockOf(), lockOf()];
    await ports.seats.lock(mine);
    await ports.seats.lock(other);
    const release = { showId: show.id, bookingId: mine.bookingId, seatIds: [mine.seatId, other.seatId] };
    expect(await ports.seats.release(release)).toBe(1);
    expect(await ports.seats.release(release)).toBe(0);
    expect([await statusOf(mine.seatId), await statusOf(other.seatId)]).toEqual(['AVAILABLE', 'BOOKED']);
    expect(await ports.seats.lock(lockOf({ seatId: mine.seatId }))).toBe('locked');
  });

  const ofStaff = (...seatIds: string[]) =>
    ({ showId: show.id, planVersion: 1, seatIds, by: someUser(), reason: 'house' }) as const;

  /** The seats are free for other tests. */
  const giveBack = async ({ showId, seatId, bookingId }: SeatLock, ...others: readonly string[]): Promise<void> => {
    await ports.seats.release({ showId, seatIds: [seatId], bookingId });
    free.push(seatId, ...others);
  };

  it('blocks free seats, once, and tells which it could not', async () => {
    const [sold, first, second] = [lockOf(), free.pop() as string, free.pop() as string];
    await ports.seats.lock(sold);
    const block = await ports.seats.block(ofStaff(first));
    expect(block).toEqual({ id: expect.any(String), at: expect.any(Date), changed: [first], missed: [] });
    const again = await ports.seats.block(ofStaff(first));
    expect(again).toEqual({ id: expect.any(String), at: undefined, changed: [], missed: [] });
    const more = await ports.seats.block(ofStaff(...[sold.seatId, first, second].sort()));
    expect(more).toMatchObject({ changed: [second], missed: [sold.seatId] });
    expect(await ports.seats.lock(lockOf({ seatId: first }))).toBe('unavailable');
    const stands = await Promise.all([sold.seatId, first, second].map(statusOf));
    expect(stands).toEqual(['BOOKED', 'BLOCKED', 'BLOCKED']);
    await ports.seats.releaseBlocked(ofStaff(first, second));
    await giveBack(sold, first, second);
  });

  it('releases what is blocked and nothing else; of one block, where it is named', async () => {
    const [sold, first, second] = [lockOf(), free.pop() as string, free.pop() as string];
    await ports.seats.lock(sold);
    const [block] = [await ports.seats.block(ofStaff(first)), await ports.seats.block(ofStaff(second))];
    const all = ofStaff(...[sold.seatId, first, second].sort());
    const ofOne = await ports.seats.releaseBlocked({ ...all, blockId: block.id });
    expect(ofOne).toMatchObject({ changed: [first], at: expect.any(Date) });
    expect((await ports.seats.releaseBlocked(all)).changed).toEqual([second]);
    expect(await ports.seats.releaseBlocked(all)).toMatchObject({ changed: [], at: undefined });
    const stands = await Promise.all([sold.seatId, first, second].map(statusOf));
    expect(stands).toEqual(['BOOKED', 'AVAILABLE', 'AVAILABLE']);
    await giveBack(sold, first, second);
  });

  it('are on a board that is read anew as they stand', async () => {
    const [sold, held, given] = [lockOf(), lockOf({ version: 0 }), lockOf()];
    for (const lock of [sold, held, given]) await ports.seats.lock(lock);
    await ports.seats.release({ showId: show.id, seatIds: [given.seatId], bookingId: given.bookingId });
    await ports.seats.block(ofStaff(free.pop() as string));
    const { status } = await ports.boards.readAnew(show);
    const seats = await ports.seats.findByShow(show);
    expect(seats.map((_, place) => status.statusAt(place))).toEqual(seats.map((seat) => seat.status));
    expect(new Set(seats.map((seat) => seat.status))).toEqual(new Set(['AVAILABLE', 'HELD', 'BOOKED', 'BLOCKED']));
  });

  it('makes the seats of a layout in parts and removes them all', async () => {
    const creating = inPlainPlan((await ports.shows.open(newShow(), LONG_LEASE)).show);
    await ports.seats.create(creating, 0, 6);
    await ports.seats.create(creating, 6, 10);
    const made = await ports.seats.findByShow(creating);
    expect(inShort(made)).toBe('A1 A2 A3 A4 A5 B1 B2 B3 B4 B5');
    expect(await ports.seats.create(creating, 0, 10)).toBe(true);
    expect(await ports.seats.findByShow(creating)).toEqual(made);
    await ports.seats.removeAllOf(creating.id);
    expect(await ports.seats.findByShow(creating)).toEqual([]);
    expect(await ports.seats.findByShow(show)).toHaveLength(10);
  });
});
