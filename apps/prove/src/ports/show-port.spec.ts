import { ShowStatus } from '@modex/domain';
import { IMPLEMENTATIONS, LONG_LEASE, newShow, NO_LEASE, PortsUnderTest, showOnSale } from './ports-under-test';

const SWEPT: readonly ShowStatus[] = ['CREATING', 'DISCARDED', 'CANCELLED'];
const LOOK_AGAIN = { pauseMs: 0, watchMs: LONG_LEASE };

describe.each(IMPLEMENTATIONS)('the port of the shows, $name', ({ open }) => {
  let ports: PortsUnderTest;

  beforeAll(async () => {
    ports = await open();
  });
  afterAll(() => ports.close());

  const opened = async (leaseMs: number): Promise<string> => (await ports.shows.open(newShow(), leaseMs)).show.id;
  const statusOf = async (id: string): Promise<string | undefined> => (await ports.shows.findById(id))?.status;
  const isDue = async (id: string, statuses: readonly ShowStatus[] = SWEPT): Promise<boolean> =>
    (await ports.shows.findDue(statuses, 1_000)).some((show) => show.id === id);

  it('stores a show as CREATING, not bookable', async () => {
    const { show } = await ports.shows.open(newShow({ title: '$title', venue: 'Here' }), LONG_LEASE);
    expect(show).toMatchObject({ title: '$title', venue: 'Here', status: 'CREATING', bookable: false, totalSeats: 10 });
    expect(await ports.shows.findById(show.id)).toEqual(show);
    expect(await isDue(show.id)).toBe(false);
  });

  it('completes once, while the lease lasts', async () => {
    const id = await opened(LONG_LEASE);
    expect(await ports.shows.complete(id, 'ON_SALE')).toMatchObject({ id, status: 'ON_SALE', bookable: true });
    expect(await ports.shows.complete(id, 'ON_SALE')).toBeUndefined();
    expect(await isDue(id)).toBe(false);
  });

  it('does not complete once the lease is over', async () => {
    const id = await opened(NO_LEASE);
    expect(await ports.shows.complete(id, 'DRAFT')).toBeUndefined();
    expect(await statusOf(id)).toBe('CREATING');
  });

  it('is not bookable once it has started, or as a draft', async () => {
    const { show } = await ports.shows.open(newShow({ startTime: new Date(0) }), LONG_LEASE);
    expect(await ports.shows.complete(show.id, 'ON_SALE')).toMatchObject({ status: 'ON_SALE', bookable: false });
    expect(await ports.shows.complete(await opened(LONG_LEASE), 'DRAFT')).toMatchObject({ bookable: false });
  });

  it('extends a creation while its lease lasts', async () => {
    const [live, over] = [await opened(LONG_LEASE), await opened(NO_LEASE)];
    expect(await ports.shows.extendCreation(live, NO_LEASE)).toBe(true);
    expect(await isDue(live)).toBe(true);
    expect(await ports.shows.extendCreation(live, LONG_LEASE)).toBe(false);
    expect(await ports.shows.extendCreation(over, LONG_LEASE)).toBe(false);
    expect(await isDue(over)).toBe(true);
  });

  it('discards a creation once, and then looks at it', async () => {
    const id = await opened(LONG_LEASE);
    expect([await ports.shows.discard(id), await ports.shows.discard(id)]).toEqual([true, false]);
    expect(await statusOf(id)).toBe('DISCARDED');
    expect(await isDue(id)).toBe(true);
    expect(await ports.shows.complete(id, 'ON_SALE')).toBeUndefined();
  });

  it('discards no show that is complete', async () => {
    const { show } = await showOnSale(ports);
    expect(await ports.shows.discard(show.id)).toBe(false);
    expect(await ports.shows.discardExpired(show.id)).toBe(false);
    expect(await statusOf(show.id)).toBe('ON_SALE');
  });

  it('gives up only a creation whose lease is over', async () => {
    const [live, over] = [await opened(LONG_LEASE), await opened(NO_LEASE)];
    expect(await ports.shows.discardExpired(live)).toBe(false);
    expect([await ports.shows.discardExpired(over), await ports.shows.discardExpired(over)]).toEqual([true, false]);
    expect([await statusOf(live), await statusOf(over)]).toEqual(['CREATING', 'DISCARDED']);
  });

  it('finds what is due among the statuses asked for alone', async () => {
    const [creation, { show }] = [await opened(NO_LEASE), await showOnSale(ports)];
    await ports.shows.move(show.id, 'CANCELLED');
    expect([await isDue(creation, ['CREATING', 'DISCARDED']), await isDue(creation, ['CANCELLED'])]).toEqual([
      true,
      false,
    ]);
    expect([await isDue(show.id, ['CREATING', 'DISCARDED']), await isDue(show.id, ['CANCELLED'])]).toEqual([
      false,
      true,
    ]);
  });

  it('moves a show on, never back, and never one that is being created', async () => {
    const { show } = await showOnSale(ports);
    expect(await ports.shows.move(show.id, 'CANCELLED')).toMatchObject({ status: 'CANCELLED', bookable: false });
    expect(await isDue(show.id)).toBe(true);
    expect(await ports.shows.move(show.id, 'ON_SALE')).toBeUndefined();
    expect(await ports.shows.move(await opened(LONG_LEASE), 'ON_SALE')).toBeUndefined();
  });

  it('puts no draft on sale that has started, and leaves it a draft', async () => {
    const { show } = await ports.shows.open(newShow({ startTime: new Date(0) }), LONG_LEASE);
    await ports.shows.complete(show.id, 'DRAFT');
    expect(await ports.shows.move(show.id, 'ON_SALE')).toBeUndefined();
    expect(await ports.shows.move(show.id, 'DISCARDED')).toMatchObject({ status: 'DISCARDED' });
  });

  it.each([
    { after: 'its pause', pause: LOOK_AGAIN, due: true },
    { after: 'a pause that is not over', pause: { pauseMs: LONG_LEASE, watchMs: LONG_LEASE }, due: false },
    { after: 'the end of the watch', pause: { pauseMs: 0, watchMs: 0 }, due: false },
  ])('a discarded show is due after $after: $due', async ({ pause, due }) => {
    const id = await opened(LONG_LEASE);
    await ports.shows.discard(id);
    await ports.shows.swept(id, 'ON_SALE', { pauseMs: 0, watchMs: 0 });
    expect(await isDue(id)).toBe(true);
    await ports.shows.swept(id, 'DISCARDED', pause);
    expect(await isDue(id)).toBe(due);
  });
});
