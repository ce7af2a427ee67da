import { PlanSwitch, SeatedShow, seatIdAt, Show } from '@modex/domain';
import { planIn, DRAWN_PLAN_ID } from '../model/versions';
import { IMPLEMENTATIONS, LONG_LEASE, newShow, NO_LEASE, PortsUnderTest, someUser } from './ports-under-test';

describe.each(IMPLEMENTATIONS)('the ports of a switch of a plan, $name', ({ open }) => {
  let ports: PortsUnderTest;
  let show: SeatedShow;
  let later: SeatedShow;

  beforeAll(async () => {
    ports = await open();
  });
  afterAll(() => ports.close());
  beforeEach(async () => {
    const drawn = { planId: DRAWN_PLAN_ID, version: 1 };
    const asked = newShow({ layout: { totalSeats: 3, seatsPerRow: 3 }, drawn });
    const creating = { ...(await ports.shows.open(asked, LONG_LEASE)).show, plan: planIn(1) };
    await ports.seats.create(creating, 0, 3);
    show = { ...((await ports.shows.complete(creating.id, 'ON_SALE')) as Show), plan: planIn(1) };
    later = { ...show, planVersion: 2, plan: planIn(2) };
  });

  const seat = (number: number): string => seatIdAt(show.seatPrefix, number);
  const begin = (changes: object = {}, leaseMs = LONG_LEASE): Promise<PlanSwitch | undefined> =>
    ports.switches.begin({ showId: show.id, from: 1, to: 2, by: someUser(), version: 0, ...changes }, leaseMs);
  const begun = async (leaseMs = LONG_LEASE): Promise<PlanSwitch> => (await begin({}, leaseMs)) as PlanSwitch;
  const commit = (planSwitch: PlanSwitch, version = 0): Promise<PlanSwitch | undefined> => {
    const edit = { version, fields: {}, words: show, changes: [], by: someUser() };
    return ports.switches.commit(planSwitch, { layout: { totalSeats: 3, seatsPerRow: 3 }, edit });
  };
  const aside = (planSwitch: PlanSwitch, ...numbers: readonly number[]) => ({
    ...{ showId: show.id, seatIds: numbers.map(seat), switchId: planSwitch.id, version: 2, until: planSwitch.until },
  });
  const places = (planSwitch: PlanSwitch, ...numbers: readonly number[]) => ({
    ...{ show: later, numbers, switchId: planSwitch.id },
  });
  const lock = (number: number, planVersion: number, bookingId = someUser()) =>
    ports.seats.lock({
      ...{ showId: show.id, seatId: seat(number), bookingId, planVersion },
      leaseUntil: new Date(8 * 10 ** 12),
    });
  const statuses = async (of = show): Promise<Record<string, string>> => {
    const seats = await ports.seats.findByShow(of);
    return Object.fromEntries(seats.map(({ name, status }) => [name.replace('Row A, seat ', ''), status]));
  };

  it('begins one at a time, from the version and the state of the show that were seen', async () => {
    expect(await begin({ from: 2 })).toBeUndefined();
    expect(await begin({ version: 1 })).toBeUndefined();
    expect(await ports.switches.find(show.id)).toBeUndefined();
    const first = await begun();
    expect(first).toMatchObject({ showId: show.id, from: 1, to: 2, state: 'PREPARING' });
    expect(await begin()).toBeUndefined();
    await ports.switches.giveUp(first);
    expect(await begin()).toBeUndefined();
    await ports.switches.end({ ...first, state: 'UNDOING' });
    expect(await ports.switches.find(show.id)).toMatchObject({ state: 'UNDONE', dead: [first.id] });
    expect(await begin()).toMatchObject({ state: 'PREPARING' });
  });

  it('is committed once, while its lease lasts and the show is as it was seen', async () => {
    const late = await begun(NO_LEASE);
    expect(await commit(late)).toBeUndefined();
    expect((await ports.switches.extend(late, LONG_LEASE))?.until).toEqual(late.until);
    await ports.switches.giveUp(late);
    expect([await commit(late), await ports.switches.extend(late, LONG_LEASE)]).toEqual([undefined, undefined]);
    await ports.switches.end({ ...late, state: 'UNDOING' });
    const second = await begun(1_000);
    expect(((await ports.switches.extend(second, LONG_LEASE))?.until ?? 0) > second.until).toBe(true);
    expect(await commit(second, 1)).toBeUndefined();
    expect(await commit(second)).toMatchObject({ id: second.id, state: 'FINISHING' });
    expect([await commit(second), await ports.switches.giveUp(second)]).toEqual([undefined, undefined]);
    expect(await ports.shows.findById(show.id)).toMatchObject({ planVersion: 2, version: 1 });
  });

  it('is given up for its silence only when its lease has been over for a while', async () => {
    const silent = await begun(NO_LEASE);
    expect(await ports.switches.giveUpExpired(silent)).toBeUndefined();
    await ports.switches.giveUp(silent);
    await ports.switches.end({ ...silent, state: 'UNDOING' });
    const long = await begun(-LONG_LEASE);
    expect((await ports.switches.findDue(1_000)).some(({ id }) => id === long.id)).toBe(true);
    expect(await ports.switches.giveUpExpired(long)).toMatchObject({ state: 'UNDOING' });
  });

  it('sets free seats aside and puts them back, and leaves all others', async () => {
    await lock(1, 1);
    const planSwitch = await begun();
    await ports.seatSwitches.setAside(aside(planSwitch, 1, 2));
    expect(await statuses()).toEqual({ 1: 'AVAILABLE', 2: 'BOOKED', 3: 'BLOCKED' });
    expect([await lock(2, 1), await lock(2, 2)]).toEqual(['unavailable', 'unavailable']);
    const staff = { showId: show.id, seatIds: [seat(2)], planVersion: 1, by: someUser() };
    expect((await ports.seats.releaseBlocked(staff)).changed).toEqual([]);
    expect(await ports.seatSwitches.putBack(aside(planSwitch, 1, 2))).toBe(true);
    expect(await statuses()).toEqual({ 1: 'AVAILABLE', 2: 'BOOKED', 3: 'AVAILABLE' });
    expect(await lock(2, 1)).toBe('locked');
  });

  it('sets nothing aside when its lease is over', async () => {
    await ports.seatSwitches.setAside(aside(await begun(NO_LEASE), 1, 2));
    expect(await statuses()).toEqual({ 1: 'AVAILABLE', 2: 'AVAILABLE', 3: 'AVAILABLE' });
  });

  it('makes new seats once, under names that are free, for who knows the later version', async () => {
    const planSwitch = await begun();
    expect(await ports.seatSwitches.make(places(planSwitch, 3))).toBe(false);
    await ports.seatSwitches.setAside(aside(planSwitch, 1, 2));
    expect(await ports.seatSwitches.make(places(planSwitch, 3))).toBe(true);
    expect(await ports.seatSwitches.make(places(planSwitch, 3))).toBe(true);
    expect(await ports.seatSwitches.make(places({ ...planSwitch, id: someUser() }, 3))).toBe(false);
    expect(await lock(3, 1)).toBe('unavailable');
    expect(await ports.seatSwitches.putBack(aside(planSwitch, 1, 2))).toBe(false);
    await ports.seatSwitches.removeMade(show.id, [planSwitch.id]);
    expect(await ports.seatSwitches.putAllBack(show.id, [planSwitch.id])).toBe(true);
    expect(await statuses(later)).toEqual({ 1: 'AVAILABLE', 2: 'AVAILABLE' });
    expect(await statuses()).toEqual({ 1: 'AVAILABLE', 2: 'AVAILABLE', 3: 'AVAILABLE' });
  });

  it('removes and renames what it has set aside, once', async () => {
    const planSwitch = await begun();
    await ports.seatSwitches.setAside(aside(planSwitch, 1, 2));
    await ports.seatSwitches.make(places(planSwitch, 3));
    for (let time = 0; time < 2; time++) {
      await ports.seatSwitches.removeAside(aside(planSwitch, 0, 1));
      await ports.seatSwitches.rename(places(planSwitch, 2));
    }
    expect(await statuses(later)).toEqual({ 1: 'AVAILABLE', 2: 'AVAILABLE', 3: 'AVAILABLE' });
    expect([await lock(2, 1), await lock(2, 2), await lock(3, 2)]).toEqual(['unavailable', 'locked', 'locked']);
    await ports.seatSwitches.rename(places(planSwitch, 2));
    expect(await statuses(later)).toEqual({ 1: 'AVAILABLE', 2: 'BOOKED', 3: 'BOOKED' });
  });
});
