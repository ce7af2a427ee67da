import { NewBookingEvent, UnreadEvents } from '@modex/api-bookings/protocol';
import { Booking, BookingEvent, cancellation, confirmation } from '@modex/domain';
import {
  IMPLEMENTATIONS,
  LONG_LEASE,
  NO_LEASE,
  pending,
  PortsUnderTest,
  showOnSale,
  someUser,
} from './ports-under-test';

const READERS = ['log', 'post'];

describe.each(IMPLEMENTATIONS)('the port of what happened to bookings, $name', ({ open }) => {
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
  const asked = async (leaseMs = LONG_LEASE): Promise<Booking> =>
    pending(ports, showId, { seats: seatIds, userId: someUser(), leaseMs });
  const told = (booking: Booking, readers = READERS): NewBookingEvent => ({ ...confirmation(booking), readers });
  /** A booking of three seats that confirmed, and nobody was told. */
  const sold = async (): Promise<Booking> => (await ports.bookings.confirm(await asked())) as Booking;
  const giveBack = async (seen: Booking, seatIdsGiven: readonly string[], readers = READERS): Promise<Booking> => {
    const given = { seatIds: seatIdsGiven, by: someUser(), reason: '$ill' };
    return (await ports.bookings.cancel(seen, given, { ...cancellation(seen, given), readers })) as Booking;
  };
  const unreadOf = async ({ id }: Booking): Promise<UnreadEvents | undefined> =>
    (await ports.events.findUnread(1_000)).find(({ booking }) => booking.id === id);
  const claimed = async (booking: Booking, leaseMs = LONG_LEASE): Promise<UnreadEvents> =>
    (await ports.events.claim((await unreadOf(booking)) as UnreadEvents, leaseMs)) as UnreadEvents;
  const first = ({ events }: UnreadEvents): BookingEvent => events[0] as BookingEvent;
  const inShort = (unread: UnreadEvents | undefined) =>
    unread?.events.map(({ number, kind, readers }) => `${number} ${kind} ${readers.join('+')}`);

  it('keeps nothing that nobody waits for', async () => {
    expect(await unreadOf(await sold())).toBeUndefined();
  });

  it('keeps what a confirm leaves behind', async () => {
    const booking = await asked();
    const confirmed = (await ports.bookings.confirm(booking, told(booking))) as Booking;
    const unread = (await unreadOf(booking)) as UnreadEvents;
    expect(unread.booking).toEqual(confirmed);
    const { at, ...event } = first(unread);
    expect(at.getTime()).toBe(confirmed.confirmedAt?.getTime());
    const { kind, seats, left } = confirmation(booking);
    expect(event).toEqual({ number: 1, kind, seats, left, by: booking.userId, readers: READERS });
  });

  it('keeps nothing of a confirm that comes after the lease', async () => {
    const booking = await asked(NO_LEASE);
    expect(await ports.bookings.confirm(booking, told(booking))).toBeUndefined();
    expect(await unreadOf(booking)).toBeUndefined();
    expect(await ports.bookings.findById(booking.id)).toMatchObject({ status: 'PENDING' });
  });

  it('keeps one event of a confirm that is sent twice', async () => {
    const booking = await asked();
    await ports.bookings.confirm(booking, told(booking));
    await ports.bookings.confirm(booking, told(booking));
    expect(inShort(await unreadOf(booking))).toEqual(['1 confirmed log+post']);
  });

  it('numbers what is given back, and says what is left, by whom and why', async () => {
    const booking = await giveBack(await giveBack(await sold(), [seat(1)]), [seat(0), seat(2)]);
    const unread = (await unreadOf(booking)) as UnreadEvents;
    expect(inShort(unread)).toEqual(['1 seats-returned log+post', '2 cancelled log+post']);
    expect(first(unread)).toMatchObject({ seats: [seat(1)], left: [seat(0), seat(2)], reason: '$ill' });
    expect(unread.events[1]).toMatchObject({ seats: [seat(0), seat(2)], left: [], by: booking.endedBy });
  });

  it('keeps nothing of a cancellation that misses', async () => {
    const seen = await sold();
    await ports.bookings.cancel(seen, {});
    expect(await giveBack(seen, [seat(0)])).toBeUndefined();
    expect(await unreadOf(seen)).toBeUndefined();
  });

  it('lets one of many claim, and is not due as long as the claim lasts', async () => {
    const booking = await giveBack(await sold(), [seat(0)]);
    const seen = (await unreadOf(booking)) as UnreadEvents;
    const claims = await Promise.all([1, 2, 3, 4].map(() => ports.events.claim(seen, LONG_LEASE)));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    expect(await unreadOf(booking)).toBeUndefined();
  });

  it('is due again once a claim is over, and the next one is another', async () => {
    const booking = await giveBack(await sold(), [seat(0)]);
    const one = await claimed(booking, NO_LEASE);
    const two = await claimed(booking);
    expect(await ports.events.markRead(one, { event: first(one), reader: 'log' })).toBeUndefined();
    expect(inShort(await ports.events.markRead(two, { event: first(two), reader: 'log' }))).toEqual([
      '1 seats-returned post',
    ]);
  });

  it('forgets an event once everybody has it, and goes on numbering', async () => {
    const booking = await giveBack(await sold(), [seat(0)]);
    let claim: UnreadEvents | undefined = await claimed(booking);
    for (const reader of READERS)
      claim = claim && (await ports.events.markRead(claim, { event: first(claim), reader }));
    expect(claim).toBeUndefined();
    const next = await giveBack(booking, [seat(1)], ['log']);
    expect(inShort(await unreadOf(next))).toEqual(['2 seats-returned log']);
  });

  it('keeps what is added while it is handed over, for whoever has the claim', async () => {
    const booking = await giveBack(await sold(), [seat(0)], ['log']);
    const claim = await claimed(booking);
    await giveBack(booking, [seat(1)], ['log']);
    expect(await unreadOf(booking)).toBeUndefined();
    expect(inShort(await ports.events.markRead(claim, { event: first(claim), reader: 'log' }))).toEqual([
      '2 seats-returned log',
    ]);
  });

  it('marks once what is marked twice', async () => {
    const booking = await giveBack(await giveBack(await sold(), [seat(0)]), [seat(1)]);
    const claim = await claimed(booking);
    const read = { event: first(claim), reader: 'log' };
    const after = ['1 seats-returned post', '2 seats-returned log+post'];
    expect(inShort(await ports.events.markRead(claim, read))).toEqual(after);
    expect(inShort(await ports.events.markRead(claim, read))).toEqual(after);
  });
});
