import { Show } from '@modex/domain';
import { SeatLock } from '@modex/api-seats/protocol';
import { inShort } from '@modex/testing';
import { IMPLEMENTATIONS, LONG_LEASE, newShow, PortsUnderTest, showOnSale, someUser } from './ports-under-test';

const FAR = new Date('2100-01-01');
const PAST = new Date(0);

describe.each(IMPLEMENTATIONS)('the port of the seats, $name', ({ open }) => {
  let ports: PortsUnderTest;
  let show: Show;
  let free: string[];

  beforeAll(async () => {
    ports = await open();
    const house = await showOnSale(ports);
    show = house.show;
    free = [...house.seatIds];
  });
  afterAll(() => ports.close());

  /** A claim of a seat that no other test touches. */
  const claim = (changes: Partial<SeatLock> = {}): SeatLock => ({
    showId: show.id,
    seatId: changes.seatId ?? (free.pop() as string),
    bookingId: someUser(),
    leaseUntil: FAR,
    ...changes,
  });
  const statusOf = async (seatId: string): Promise<string | undefined> =>
    (await ports.seats.findByShow(show)).find(({ id }) => id === seatId)?.status;

  it('takes a free seat for one booking, whoever asks at once', async () => {
    const first = claim();
    const claims = [first, claim({ seatId: first.seatId }), claim({ seatId: first.seatId })];
    const outcomes = await Promise.all(claims.map((each) => ports.seats.lock(each)));
    expect(outcomes.sort()).toEqual(['locked', 'unavailable', 'unavailable']);
    expect(await statusOf(first.seatId)).toBe('BOOKED');
  });

  it('answers a take that is sent twice as the first, also when the lease is over meanwhile', async () => {
    const mine = claim();
    expect(await ports.seats.lock(mine)).toBe('locked');
    expect(await ports.seats.lock(mine)).toBe('locked');
    expect(await ports.seats.lock({ ...mine, leaseUntil: PAST })).toBe('locked');
    const { seatId, bookingId } = mine;
    expect(await ports.seats.lock(claim({ seatId }))).toBe('unavailable');
    expect(await ports.seats.release({ showId: show.id, seatIds: [seatId], bookingId })).toBe(1);
  });

  it('leaves a free seat free when the lease is over, and says which of the two it was', async () => {
    const late = claim({ leaseUntil: PAST });
    expect(await ports.seats.lock(late)).toBe('lease-over');
    expect(await statusOf(late.seatId)).toBe('AVAILABLE');
    expect(await ports.seats.lock(claim({ seatId: late.seatId }))).toBe('locked');
    expect(await ports.seats.lock(late)).toBe('unavailable');
  });

  it('takes no seat under the id of another show', async () => {
    const other = (await showOnSale(ports)).show.id;
    const strayed = claim({ showId: other });
    expect(await ports.seats.lock(strayed)).toBe('unavailable');
    expect(await statusOf(strayed.seatId)).toBe('AVAILABLE');
  });

  it('releases what carries the id of the booking, and no other seat', async () => {
    const [mine, other] = [claim(), claim()];
    await ports.seats.lock(mine);
    await ports.seats.lock(other);
    const release = { showId: show.id, bookingId: mine.bookingId, seatIds: [mine.seatId, other.seatId] };
    expect(await ports.seats.release(release)).toBe(1);
    expect(await ports.seats.release(release)).toBe(0);
    expect([await statusOf(mine.seatId), await statusOf(other.seatId)]).toEqual(['AVAILABLE', 'BOOKED']);
    expect(await ports.seats.lock(claim({ seatId: mine.seatId }))).toBe('locked');
  });

  it('makes the seats of a layout in parts and removes them all', async () => {
    const { show: creating } = await ports.shows.open(newShow(), LONG_LEASE);
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
