import { NewEntry } from '@modex/api-bookings/protocol';
import { Booking } from '@modex/domain';
import { IMPLEMENTATIONS, pending, PortsUnderTest, showOnSale, someUser } from './ports-under-test';

describe.each(IMPLEMENTATIONS)('the port of the tickets, $name', ({ open }) => {
  let ports: PortsUnderTest;
  let showId: string;
  let seatIds: readonly string[];

  beforeAll(async () => {
    ports = await open();
    const { show, seatIds: all } = await showOnSale(ports);
    [showId, seatIds] = [show.id, all.slice(0, 2)];
  });
  afterAll(() => ports.close());

  const by = someUser();
  const entry = (scanId: string, place = 0): NewEntry => ({ seatId: seatIds[place] as string, issue: 1, scanId, by, door: '$N' });
  const sold = async (): Promise<Booking> => {
    const userId = someUser();
    const { id } = await pending(ports, showId, { seats: seatIds, userId });
    return (await ports.bookings.confirm({ id, userId })) as Booking;
  };
  const write = (seen: Booking, ...entries: readonly NewEntry[]) =>
    ports.tickets.write(seen, { entries, reissued: [] });

  it('writes who is in and which tickets were issued anew, with the time', async () => {
    const booking = await sold();
    expect(booking).not.toHaveProperty('tickets');
    const reissued = [{ seatId: seatIds[1] as string, issue: 2 }];
    const first = (await ports.tickets.write(booking, { entries: [entry('s')], reissued })) as Booking;
    expect(first.tickets).toEqual({ version: 1, entries: [{ ...entry('s'), at: expect.any(Date) }], reissued });
    expect(await ports.bookings.findById(booking.id)).toEqual(first);
    const second = await write(first, ...(first.tickets?.entries ?? []));
    expect(second?.tickets).toEqual({ version: 2, entries: first.tickets?.entries, reissued: [] });
  });

  it('misses when another has written since the booking was read, and changes nothing', async () => {
    const booking = await sold();
    const first = (await write(booking, entry('s'))) as Booking;
    expect(await write(booking, entry('t'))).toBeUndefined();
    expect(await ports.bookings.findById(booking.id)).toEqual(first);
    await write(first);
    expect(await write(first, entry('t'))).toBeUndefined();
  });

  it('misses when a seat was given back since, and giving back misses when somebody got in since', async () => {
    const given = await sold();
    await ports.bookings.cancel(given, { seatIds: seatIds.slice(0, 1) });
    expect(await write(given, entry('s', 1))).toBeUndefined();
    const entered = await sold();
    await write(entered, entry('s'));
    expect(await ports.bookings.cancel(entered, { seatIds: seatIds.slice(1) })).toBeUndefined();
    expect(await ports.bookings.findById(entered.id)).toMatchObject({ seats: seatIds, status: 'CONFIRMED' });
  });

  it('misses for a booking that is not confirmed, and for another customer', async () => {
    const waiting = await pending(ports, showId, { seats: seatIds, userId: someUser() });
    expect(await write(waiting, entry('s'))).toBeUndefined();
    expect(await write({ ...(await sold()), userId: someUser() }, entry('s'))).toBeUndefined();
  });
});
