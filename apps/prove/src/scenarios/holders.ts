import { Caller } from '@modex/api-accounts';
import { Booking } from '@modex/domain';
import { Outcome } from '../explore/outcome';
import { ProcessSpec } from '../explore/scenario';
import { CHANGE_MS, Services } from '../explore/services';
import { COMMANDS } from '../model/commands';
import { StoredBooking, StoreState } from '../model/store-state';
import { seats, SHOW_ID, SOLD_ID, userIdOf } from './show-on-sale';

/** Id of the hold with which a scenario begins. */
export const HELD_ID = SOLD_ID;

/** The store in which a customer holds the seats at these places; the hold lasts twice as long as a change may take. */
export function holding(store: StoreState, owner: string, places: readonly number[], atMost?: number): StoreState {
  const ids = seats(...places);
  const hold: StoredBooking = {
    ...{ id: HELD_ID, userId: userIdOf(owner), showId: SHOW_ID, seats: ids, status: 'HELD', open: true },
    ...{ createdAt: 0, heldAt: 0, leaseUntil: 2 * CHANGE_MS, sweepAt: 2 * CHANGE_MS },
    ...(atMost !== undefined && { atMost }),
  };
  return {
    ...store,
    bookings: { ...store.bookings, [HELD_ID]: hold },
    owners: { ...store.owners, ...Object.fromEntries(ids.map((id) => [id, HELD_ID])) },
    held: { ...store.held, ...Object.fromEntries(ids.map((id) => [id, 0])) },
  };
}

/** The same, after a change of the hold died: of the seats that it wanted, it had locked those at `locked`. */
export function leftChanging(store: StoreState, wanted: readonly number[], locked: readonly number[]): StoreState {
  const { id, userId, showId } = store.bookings[HELD_ID] as StoredBooking;
  const change = { changeId: 'f9'.padEnd(24, '0'), seats: seats(...wanted), leaseMs: CHANGE_MS };
  const [begun] = COMMANDS['holds.begin'](store, { id, userId, ...change });
  return seats(...locked).reduce((state, seatId) => {
    const lock = { showId, seatId, bookingId: id, leaseUntil: CHANGE_MS, planVersion: 1, version: 1 };
    return COMMANDS['seats.lock'](state, lock)[0];
  }, begun);
}

/** Asks to hold the seats at these places. */
export function holder(name: string, places: readonly number[], user = name): ProcessSpec {
  const asks = { userId: userIdOf(user), showId: SHOW_ID, seatIds: seats(...places) };
  const run = async ({ holding: service }: Services): Promise<Outcome> => {
    const { hold } = await service.hold(asks, customer(user));
    return { kind: 'held', bookingId: hold.id, seats: hold.seats };
  };
  return { name, run, asks };
}

/** Asks to hold so many of the best seats. */
export function bestHolder(name: string, quantity: number, user = name): ProcessSpec {
  const wants = { userId: userIdOf(user), showId: SHOW_ID, quantity };
  const run = async ({ holdingBest }: Services): Promise<Outcome> => {
    const { hold } = await holdingBest.hold({ ...wants, preference: 'together' }, customer(user));
    return { kind: 'held', bookingId: hold.id, seats: hold.seats };
  };
  return { name, run, wants };
}

/** Changes the hold with which the scenario begins to the seats at these places. */
export function changer(name: string, owner: string, places: readonly number[]): ProcessSpec {
  return onHold(name, owner, async ({ changing, shows }, hold) => {
    const changed = await changing.change(hold, await shows.findPublic(SHOW_ID), seats(...places));
    return { kind: 'held', bookingId: changed.id, seats: changed.seats };
  });
}

/** Confirms the hold, having seen the seats at these places. */
export function confirmer(name: string, owner: string, places: readonly number[]): ProcessSpec {
  const sees = seats(...places);
  const confirming = onHold(name, owner, async ({ confirming: service }, hold) => {
    const booking = await service.confirm(hold, sees);
    return { kind: 'booked', bookingId: booking.id, replayed: false };
  });
  return { ...confirming, sees };
}

/** Releases the hold, as its customer or as staff. */
export function releaser(name: string, owner: string, by = owner): ProcessSpec {
  return onHold(name, owner, async ({ ending }, hold) => {
    await ending.release(hold, userIdOf(by));
    return { kind: 'released', bookingId: hold.id };
  });
}

/** Extends the hold. */
export function extender(name: string, owner: string): ProcessSpec {
  return onHold(name, owner, async ({ ending }, hold) => {
    await ending.extend(hold);
    return { kind: 'extended', bookingId: hold.id };
  });
}

/** A process that reads the hold first, as every route does, and then acts on it. */
function onHold(
  name: string,
  owner: string,
  act: (services: Services, hold: Booking) => Promise<Outcome>,
): ProcessSpec {
  const run = async (services: Services): Promise<Outcome> => {
    const hold = await services.bookings.find({ id: HELD_ID, userId: userIdOf(owner) });
    if (hold === undefined) throw new Error('the hold is gone');
    return act(services, hold);
  };
  return { name, run };
}

function customer(name: string): Caller {
  return { userId: userIdOf(name), role: 'CUSTOMER' };
}
