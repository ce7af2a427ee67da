import { BookingRepository } from '@modex/api-bookings/protocol';
import { Applied } from '../model/booking-commands';
import { COMMANDS } from '../model/commands';
import { StoredBooking, StoreState, without } from '../model/store-state';
import { Edit } from './link';
import { Mutant } from './mutant';

const lockUnguarded = {
  'seats.lock': (state: StoreState, claim: Parameters<(typeof COMMANDS)['seats.lock']>[1]) =>
    COMMANDS['seats.lock'](state, { ...claim, leaseUntil: Infinity }),
} as const;

/** How often the sweep looks again at what it gave up, and for how long. */
function looks({ pauseMs, watchMs }: { readonly pauseMs: string; readonly watchMs: string }): Edit {
  return {
    file: 'libs/api/bookings/src/booking-settling.ts',
    replace: 'pauseMs: 5_000, watchMs: 60_000',
    by: `pauseMs: ${pauseMs}, watchMs: ${watchMs}`,
  };
}

/** Bugs in the filters and the indexes of the store. */
export const STORE_MUTANTS: readonly Mutant[] = [
  {
    name: 'confirm-unguarded',
    bug: 'confirming asks neither for the status nor for the lease',
    commands: {
      'bookings.confirm': (state, { id }) => setBooking(state, id, { status: 'CONFIRMED', sweepAt: undefined }),
    },
    scenarios: ['stall'],
  },
  {
    name: 'confirm-after-lease',
    bug: 'confirming asks for the status only',
    commands: {
      'bookings.confirm': (state, { id }) =>
        state.bookings[id]?.status === 'PENDING'
          ? setBooking(state, id, { status: 'CONFIRMED', confirmedAt: state.now, sweepAt: undefined })
          : [state, null],
    },
    scenarios: ['stall'],
  },
  {
    name: 'release-of-anybody',
    bug: 'a release frees the seats whoever owns them',
    commands: {
      'seats.release': (state, { seatIds }) => [
        { ...state, owners: seatIds.reduce(without, state.owners) },
        seatIds.length,
      ],
    },
    scenarios: ['lost', 'stall'],
  },
  {
    name: 'lock-of-anybody',
    bug: 'a take does not ask whether the seat is free',
    commands: {
      'seats.lock': (state, claim) => {
        if (state.now >= claim.leaseUntil) return COMMANDS['seats.lock'](state, claim);
        return [{ ...state, owners: { ...state.owners, [claim.seatId]: claim.bookingId } }, 'locked'];
      },
    },
    scenarios: ['collide'],
  },
  {
    name: 'repeated-lock-misses',
    bug: 'a take that is sent twice finds its own seat taken',
    commands: {
      'seats.lock': (state, claim) =>
        state.owners[claim.seatId] === undefined ? COMMANDS['seats.lock'](state, claim) : [state, 'unavailable'],
    },
    scenarios: ['repeat'],
  },
  {
    name: 'lock-after-lease',
    bug: 'a take does not ask for the lease, so a late one holds its seat until the next look',
    commands: lockUnguarded,
    scenarios: ['crash'],
  },
  {
    name: 'one-look',
    bug: 'the sweep looks only once at what it gave up, so a late take holds its seat for good',
    commands: lockUnguarded,
    edits: [looks({ pauseMs: '1_000', watchMs: '0' })],
    ground: { commands: lockUnguarded, edits: [looks({ pauseMs: '1_000', watchMs: '60_000' })] },
    scenarios: ['crash'],
  },
  {
    name: 'sweep-blind-to-ended',
    bug: 'the sweep looks for PENDING bookings only',
    commands: {
      'bookings.findDue': (state, args) => {
        const [, due] = COMMANDS['bookings.findDue'](state, args);
        return [state, due.filter(({ status }) => status === 'PENDING')];
      },
    },
    scenarios: ['cancel', 'lost'],
  },
  {
    name: 'final-failure-frees-key',
    bug: 'a final failure frees its key, so that the same request may get another answer',
    commands: {
      'bookings.fail': (state, args) => {
        const [after, failed] = COMMANDS['bookings.fail'](state, args);
        return failed === null ? [after, null] : setBooking(after, args.id, { key: undefined });
      },
    },
    scenarios: ['replay'],
  },
  {
    name: 'lost-failure-keeps-seats',
    bug: 'every failure counts as settled, also one whose take may still land',
    commands: {
      'bookings.fail': (state, args) => {
        const [after, failed] = COMMANDS['bookings.fail'](state, args);
        return failed === null ? [after, null] : setBooking(after, args.id, { sweepAt: undefined });
      },
    },
    scenarios: ['lost'],
  },
  {
    name: 'read-before-write',
    bug: 'nothing but a look before the write keeps a key unique',
    ports: (ports) => ({ ...ports, bookings: lookingFirst(ports.bookings) }),
    commands: {
      'bookings.insert': (state, { key, ...intent }) => {
        const [after, opened] = COMMANDS['bookings.insert'](state, intent);
        return opened === null ? [after, null] : setBooking(after, intent.id, { key });
      },
    },
    scenarios: ['replay'],
  },
  {
    name: 'intent-begins-again',
    bug: 'an intent that is sent twice writes its booking anew, whatever became of it meanwhile',
    commands: {
      'bookings.insert': (state, intent) =>
        COMMANDS['bookings.insert']({ ...state, bookings: without(state.bookings, intent.id) }, intent),
    },
    scenarios: ['repeat-late'],
  },
  {
    name: 'creation-begins-again',
    bug: 'a creation that is sent twice writes its show anew, whatever became of it meanwhile',
    commands: {
      'shows.insert': (state, show) =>
        COMMANDS['shows.insert']({ ...state, shows: without(state.shows, show.id) }, show),
    },
    scenarios: ['create-repeat'],
  },
  {
    name: 'completes-after-lease',
    bug: 'a show is put on sale although its creation was given up',
    commands: {
      'shows.complete': (state, { id, status }) => {
        const show = state.shows[id];
        if (show === undefined) return [state, false];
        return [{ ...state, shows: { ...state.shows, [id]: { ...show, status, sweepAt: undefined } } }, true];
      },
    },
    scenarios: ['create'],
  },
];

/** Asks for the key, then stores the booking. */
function lookingFirst(bookings: BookingRepository): BookingRepository {
  const open: BookingRepository['open'] = async (intent, leaseMs) => {
    const known = intent.idempotencyKey && (await bookings.findByKey(intent.userId, intent.idempotencyKey));
    return known ? { kind: 'known', booking: known } : bookings.open(intent, leaseMs);
  };
  return new Proxy(bookings, { get: (target, name) => (name === 'open' ? open : Reflect.get(target, name)) });
}

/** Changes a booking, whatever it is. */
export function setBooking(
  state: StoreState,
  id: string,
  changes: Partial<StoredBooking>,
): Applied<StoredBooking | null> {
  const booking = state.bookings[id];
  if (booking === undefined) return [state, null];
  const changed = { ...booking, ...changes };
  return [{ ...state, bookings: { ...state.bookings, [id]: changed } }, changed];
}
