import { COMMANDS } from '../model/commands';
import { Mutant } from './mutant';
import { setBooking } from './store-mutants';

const SERVICE = 'libs/api/bookings/src/booking.service.ts';
const INTAKE = 'libs/api/bookings/src/booking-intake.ts';
const LIMIT = 'libs/api/bookings/src/booking-limit.ts';

/** Bugs in the limit per customer. */
export const LIMIT_MUTANTS: readonly Mutant[] = [
  {
    name: 'count-before-intent',
    bug: 'the seats are counted before the intent is stored',
    edits: [
      {
        file: INTAKE,
        replace: 'const opened = await this.openOnce(intent);',
        by: `const early = { ...intent, id: '' } as unknown as Booking;
    if (limit !== null) await this.limit.keep(early, limit);
    const opened = await this.openOnce(intent);`,
      },
      {
        file: INTAKE,
        replace: 'return { ...opened, atMost: await this.limit.keep(opened.booking, limit) };',
        by: 'return opened;',
      },
    ],
    scenarios: ['limit-tabs'],
  },
  {
    name: 'no-open-index',
    bug: 'nothing keeps a customer from two open bookings: both are counted, and both are refused',
    commands: {
      'bookings.insert': (state, intent) => COMMANDS['bookings.insert'](state, { ...intent, open: undefined }),
    },
    scenarios: ['limit-tabs', 'limit-late'],
  },
  {
    name: 'no-count',
    bug: 'the one open booking alone is the limit',
    edits: [
      { file: LIMIT, replace: 'if (bought + booking.seats.length > limit)', by: 'if (booking.seats.length > limit)' },
    ],
    scenarios: ['limit-tabs'],
  },
  {
    name: 'counts-confirmed-only',
    bug: 'seats that were given back do not count though they are not released yet',
    commands: {
      'bookings.countSeatsBeside': (state, { id, userId, showId }) => {
        const others = Object.values(state.bookings).filter(
          (other) => other.id !== id && other.userId === userId && other.showId === showId,
        );
        const confirmed = others.filter(({ status, bookedBy }) => status === 'CONFIRMED' && bookedBy === undefined);
        return [state, confirmed.reduce((sum, { seats }) => sum + seats.length, 0)];
      },
    },
    scenarios: ['limit-return'],
  },
  {
    name: 'counts-no-cancelled',
    bug: 'a cancelled booking does not count though its seats are not released yet',
    commands: {
      'bookings.countSeatsBeside': (state, args) => {
        const bookings = Object.entries(state.bookings).filter(([, { status }]) => status !== 'CANCELLED');
        const [, count] = COMMANDS['bookings.countSeatsBeside'](
          { ...state, bookings: Object.fromEntries(bookings) },
          args,
        );
        return [state, count];
      },
    },
    scenarios: ['limit-cancel'],
  },
  {
    name: 'open-ends-with-status',
    bug: 'a booking that expired is open no more though its seats are not released yet',
    commands: {
      'bookings.expire': (state, args) => {
        const [after, expired] = COMMANDS['bookings.expire'](state, args);
        return expired === null ? [after, null] : setBooking(after, args.id, { open: undefined });
      },
    },
    scenarios: ['limit-late'],
  },
  {
    name: 'open-ends-with-any-failure',
    bug: 'a booking that failed for want of the storage is open no more though its take may still land',
    commands: {
      'bookings.fail': (state, args) => {
        const [after, failed] = COMMANDS['bookings.fail'](state, args);
        return failed === null ? [after, null] : setBooking(after, args.id, { open: undefined });
      },
    },
    scenarios: ['limit-late'],
  },
  {
    name: 'staff-counted',
    bug: 'what staff booked for a customer counts against what he may book himself',
    commands: {
      'bookings.countSeatsBeside': (state, { id, userId, showId }) => {
        const others = Object.values(state.bookings).filter(
          (other) => other.id !== id && other.userId === userId && other.showId === showId,
        );
        return [state, others.reduce((sum, { seats }) => sum + seats.length, 0)];
      },
    },
    scenarios: ['limit-staff'],
  },
  {
    name: 'staff-limited',
    bug: 'staff are bound by the limit of the customer they book for',
    edits: [
      {
        file: SERVICE,
        replace: 'const limit = bookedBy === undefined ? show.limitPerCustomer : null;',
        by: 'const limit = show.limitPerCustomer;',
      },
    ],
    scenarios: ['limit-staff'],
  },
  {
    name: 'refusal-keeps-open',
    bug: 'a customer who was refused for good stays barred by his own refusal',
    commands: {
      'bookings.fail': (state, args) => {
        const open = state.bookings[args.id]?.open;
        const [after, failed] = COMMANDS['bookings.fail'](state, args);
        return failed === null ? [after, null] : setBooking(after, args.id, { open });
      },
    },
    scenarios: ['limit-three'],
  },
];
