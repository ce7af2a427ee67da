import { COMMANDS } from '../model/commands';
import { returnedOf, without } from '../model/store-state';
import { Mutant } from './mutant';
import { setBooking } from './store-mutants';

const DOMAIN = 'libs/domain/src/booking.ts';
const CANCEL = 'libs/api/bookings/src/booking-cancel.service.ts';
const SETTLING = 'libs/api/bookings/src/booking-settling.ts';
const SWEEP = 'libs/api/bookings/src/booking-sweep.ts';

/** Bugs in giving back a booking, or some of its seats. */
export const RETURN_MUTANTS: readonly Mutant[] = [
  {
    name: 'cancel-releases-first',
    bug: 'the seats are released before they are taken from the list',
    edits: [
      {
        file: CANCEL,
        replace: 'const given = await this.bookings.cancel(',
        by: `await (this.settling as any).seats.release({ showId: booking.showId, bookingId: booking.id, seatIds });
      const given = await this.bookings.cancel(`,
      },
    ],
    scenarios: ['return-resale'],
  },
  {
    name: 'return-writes-blindly',
    bug: 'the list that was read is written back without the seats, whatever became of it meanwhile',
    commands: {
      'bookings.cancel': (state, args) => {
        const { id, seen, seatIds, by } = args;
        if (state.bookings[id]?.status !== 'CONFIRMED') return [state, null];
        const seats = seen.filter((seatId) => !seatIds.includes(seatId));
        if (seats.length === 0) return COMMANDS['bookings.cancel'](state, args);
        const returned = seatIds.map((seatId) => ({ seatId, at: state.now, by }));
        return setBooking(state, id, { seats, returned, sweepAt: state.now });
      },
    },
    scenarios: ['return-twice', 'return-repeat'],
  },
  {
    name: 'return-not-due',
    bug: 'a booking that stays confirmed is not due for the sweep, so a crash keeps the seat that was given back',
    commands: {
      'bookings.cancel': (state, args) => {
        const [after, given] = COMMANDS['bookings.cancel'](state, args);
        return given?.status === 'CONFIRMED' ? setBooking(after, args.id, { sweepAt: undefined }) : [after, given];
      },
    },
    scenarios: ['return-resale'],
  },
  {
    name: 'sweep-skips-confirmed',
    bug: 'the sweep takes a confirmed booking for one that has nothing to free',
    edits: [
      {
        file: SWEEP,
        replace: 'if (booking === undefined) return;',
        by: "if (booking === undefined || booking.status === 'CONFIRMED') return;",
      },
    ],
    scenarios: ['return-resale'],
  },
  {
    name: 'return-releases-by-seat',
    bug: 'the seats that were given back are released whoever has them by now',
    commands: {
      'seats.release': (state, release) => {
        if (state.bookings[release.bookingId]?.status !== 'CONFIRMED') return COMMANDS['seats.release'](state, release);
        return [{ ...state, owners: release.seatIds.reduce(without, state.owners) }, release.seatIds.length];
      },
    },
    scenarios: ['return-resale'],
  },
  {
    name: 'swept-unseen',
    bug: 'the sweep takes a booking for settled that gave back another seat since it was read',
    commands: {
      'bookings.swept': (state, args) => {
        const { status, seats: seen } = state.bookings[args.id] ?? { status: args.status, seats: args.seen };
        return status === args.status ? COMMANDS['bookings.swept'](state, { ...args, seen }) : [state, null];
      },
    },
    scenarios: ['return-repeat', 'return-twice'],
  },
  {
    name: 'swept-whatever-became',
    bug: 'the sweep takes a booking for settled that was cancelled since it was read',
    commands: {
      'bookings.swept': (state, args) => {
        const { status, seats: seen } = state.bookings[args.id] ?? { status: args.status, seats: args.seen };
        return COMMANDS['bookings.swept'](state, { ...args, status, seen });
      },
    },
    scenarios: ['return-all'],
  },
  {
    name: 'cancel-forgets-returned',
    bug: 'cancelling all frees what the booking has, and not what it gave back before and a crash left',
    edits: [
      {
        file: DOMAIN,
        replace: 'return inOrder([...askedSeats(booking), ',
        by: 'return inOrder([...booking.seats, ',
      },
    ],
    scenarios: ['return-all'],
  },
  {
    name: 'settling-frees-all',
    bug: 'a seat that was given back takes the rest of its booking with it',
    edits: [{ file: SETTLING, replace: 'const seatIds = seatsToFree(booking);', by: 'const seatIds = booking.seats;' }],
    scenarios: ['return-resale'],
  },
  {
    name: 'last-seat-stays-confirmed',
    bug: 'a booking whose last seat was given back stays confirmed',
    commands: {
      'bookings.cancel': (state, args) => {
        const [after, given] = COMMANDS['bookings.cancel'](state, args);
        if (given?.status !== 'CANCELLED') return [after, given];
        const now = args.seatIds.map((seatId) => ({ seatId, at: state.now }));
        const returned = [...returnedOf(given), ...now];
        return setBooking(state, args.id, { seats: [], returned, sweepAt: state.now });
      },
    },
    scenarios: ['return-last'],
  },
  {
    name: 'missed-return-is-told-done',
    bug: 'a return that misses, since another came first, counts as done',
    edits: [
      {
        file: CANCEL,
        replace: 'booking = await this.bookings.find(seen);',
        by: 'return seen;',
      },
    ],
    scenarios: ['return-twice'],
  },
  {
    name: 'replay-compares-present-seats',
    bug: 'the same request is taken for another one once a seat was given back',
    edits: [{ file: DOMAIN, replace: 'const asked = askedSeats(earlier);', by: 'const asked = earlier.seats;' }],
    scenarios: ['return-replay'],
  },
];
