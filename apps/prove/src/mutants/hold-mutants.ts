import { COMMANDS } from '../model/commands';
import { Mutant } from './mutant';
import { setBooking } from './store-mutants';

const CHANGE = 'libs/api/bookings/src/holds/hold-change.service.ts';
const CONFIRMATION = 'libs/api/bookings/src/holds/hold-confirmation.ts';
const TAKING = 'libs/api/bookings/src/holds/hold-taking.ts';
const SETTLING = 'libs/api/bookings/src/booking-settling.ts';
const DOMAIN = 'libs/domain/src/booking.ts';

/** Bugs in how a hold is made, confirmed, extended and ended. */
const LIFE_OF_HOLDS: readonly Mutant[] = [
  {
    name: 'hold-confirms-after-end',
    bug: 'confirming a hold does not ask whether it lasts',
    commands: {
      'holds.confirm': (state, args) =>
        COMMANDS['holds.confirm'](
          {
            ...state,
            bookings: setBooking(state, args.id, { leaseUntil: Infinity })[0].bookings,
          },
          args,
        ),
    },
    scenarios: ['confirm-end'],
  },
  {
    name: 'hold-extends-after-end',
    bug: 'an extension brings back a hold that is over',
    commands: {
      'holds.extend': (state, args) => {
        const hold = state.bookings[args.id];
        if (hold?.status !== 'HELD') return [state, null];
        return setBooking(state, args.id, {
          leaseUntil: Math.min(state.now + args.holdMs, hold.createdAt + args.maxMs),
        });
      },
    },
    scenarios: ['extend-change'],
  },
  {
    name: 'hold-extends-without-end',
    bug: 'an extension knows no longest life',
    commands: {
      'holds.extend': (state, args) => COMMANDS['holds.extend'](state, { ...args, maxMs: Infinity }),
    },
    scenarios: ['extend-change'],
  },
  {
    name: 'two-holds',
    bug: 'nothing keeps a customer from two holds of a show',
    commands: {
      'bookings.insert': (state, intent) => COMMANDS['bookings.insert'](state, { ...intent, open: undefined }),
    },
    scenarios: ['hold-tabs'],
  },
  {
    name: 'repeated-hold-missed',
    bug: 'a move to HELD that misses, though the first of two sent made it, gives the seats away',
    edits: [{ file: TAKING, replace: 'if (stored?.hold !== undefined) return stored;\n    await', by: 'await' }],
    scenarios: ['hold-repeat'],
  },
  {
    name: 'seats-follow-first',
    bug: 'the seats become BOOKED before their hold has confirmed',
    edits: [
      {
        file: CONFIRMATION,
        replace: 'const confirmed = await this.confirmOnce(hold, seen, price);',
        by: `await this.seats.follow({ showId: hold.showId, bookingId: hold.id, seatIds: seen });
    const confirmed = await this.confirmOnce(hold, seen, price);`,
      },
    ],
    scenarios: ['confirm-end'],
  },
  {
    name: 'sweep-never-follows',
    bug: 'what a confirm left HELD stays so',
    edits: [
      {
        file: SETTLING,
        replace:
          "if (status === 'CONFIRMED' && hold !== undefined) await this.seats.follow({ showId, bookingId, seatIds: seats });",
        by: '',
      },
    ],
    scenarios: ['confirm-twice'],
  },
  {
    name: 'confirms-unseen',
    bug: 'a hold is confirmed with whatever seats it has by now',
    commands: {
      'holds.confirm': (state, args) =>
        COMMANDS['holds.confirm'](state, { ...args, seen: state.bookings[args.id]?.seats ?? [] }),
    },
    scenarios: ['change-confirm'],
  },
  {
    name: 'open-ends-with-release',
    bug: 'a hold that is given back bars its customer no more, though its seats still carry its id',
    commands: {
      'holds.release': (state, args) => {
        const [after, released] = COMMANDS['holds.release'](state, args);
        return released === null ? [state, null] : setBooking(after, args.id, { open: undefined });
      },
    },
    scenarios: ['limit-end'],
  },
  {
    name: 'looks-again-at-another-status',
    bug: 'the next look is written to a booking that confirmed since it was read',
    commands: {
      'bookings.swept': (state, args) => {
        const hold = state.bookings[args.id];
        if (hold?.status !== 'CONFIRMED' || args.status !== 'HELD') return COMMANDS['bookings.swept'](state, args);
        return [setBooking(state, args.id, { sweepAt: undefined })[0], null];
      },
    },
    scenarios: ['left-confirm'],
  },
];

/** Bugs in how a hold is changed. */
const CHANGES_OF_HOLDS: readonly Mutant[] = [
  {
    name: 'change-frees-first',
    bug: 'a change releases what it gives up before the hold stops naming it',
    edits: [
      {
        file: CHANGE,
        replace: 'const changed = await this.commit(begun, show);',
        by: `const givenUp = seatsWithout(begun.seats, begun.hold.change.seats);
    await this.seats.release({ showId: begun.showId, bookingId: begun.id, seatIds: givenUp });
    const changed = await this.commit(begun, show);`,
      },
    ],
    scenarios: ['change-confirm'],
  },
  {
    name: 'change-names-first',
    bug: 'a hold names the seats of its change before they are locked',
    edits: [
      { file: CHANGE, replace: '    await this.lockAdded(begun, show);\n', by: '' },
      {
        file: CHANGE,
        replace: '    await this.releaseGivenUp(changed);\n',
        by: '    await this.lockAdded(begun, show);\n    await this.releaseGivenUp(changed);\n',
      },
    ],
    scenarios: ['change-confirm'],
  },
  {
    name: 'confirm-ignores-change',
    bug: 'a hold is confirmed while a change of it is under way',
    commands: {
      'holds.confirm': (state, args) => {
        const hold = state.bookings[args.id];
        if (hold?.change === undefined) return COMMANDS['holds.confirm'](state, args);
        const bare = setBooking(state, args.id, { change: undefined })[0];
        const [after, confirmed] = COMMANDS['holds.confirm'](bare, args);
        return confirmed === null ? [state, null] : setBooking(after, args.id, { change: hold.change });
      },
    },
    scenarios: ['change-confirm', 'left-confirm'],
  },
  {
    name: 'release-without-version',
    bug: 'a change releases whatever carries the id of its hold, also what a later change has locked again',
    commands: {
      'seats.release': (state, args) => COMMANDS['seats.release'](state, { ...args, upTo: undefined }),
    },
    scenarios: ['change-off-on'],
  },
  {
    name: 'two-changes',
    bug: 'a change begins though another is under way',
    commands: {
      'holds.begin': (state, args) => {
        const bare = setBooking(state, args.id, { change: undefined })[0];
        const [after, begun] = COMMANDS['holds.begin'](bare, args);
        return begun === null ? [state, null] : [after, begun];
      },
    },
    scenarios: ['change-two-tabs', 'change-off-on'],
  },
  {
    name: 'commits-any-change',
    bug: 'a change commits though it was undone and another has begun',
    commands: {
      'holds.commit': (state, args) => {
        const { change, version = 0 } = state.bookings[args.id] ?? {};
        return COMMANDS['holds.commit'](state, change === undefined ? args : { ...args, changeId: change.id, version });
      },
    },
    scenarios: ['change-off-on', 'change-two-tabs'],
  },
  {
    name: 'undoes-before-its-lease',
    bug: 'a change that may still lock seats is undone',
    commands: {
      'holds.undo': (state, args) => {
        const late = { ...state, now: Infinity };
        const [{ bookings }, undone] = COMMANDS['holds.undo'](late, args);
        return undone === null ? [state, null] : setBooking({ ...state, bookings }, args.id, { sweepAt: state.now });
      },
    },
    scenarios: ['change-left'],
  },
  {
    name: 'unanswered-lock-undone',
    bug: 'a change whose lock was not answered is given up at once, and the lock lands afterwards',
    edits: [{ file: CHANGE, replace: 'if (!isRefusal(cause)) return changeUnsettled();', by: '' }],
    scenarios: ['change-repeat', 'change-late'],
  },
  {
    name: 'change-locks-after-lease',
    bug: 'a lock of a change does not ask for the lease of the change',
    commands: {
      'seats.lock': (state, lock) =>
        COMMANDS['seats.lock'](state, lock.version === undefined ? lock : { ...lock, leaseUntil: Infinity }),
    },
    scenarios: ['change-late'],
  },
  {
    name: 'sweep-forgets-added',
    bug: 'what a change of a hold was adding when the hold ended is forgotten',
    edits: [{ file: DOMAIN, replace: ', ...(hold?.change?.seats ?? [])]);', by: ']);' }],
    scenarios: ['change-release-once', 'left-confirm'],
  },
  {
    name: 'closes-before-the-change-ends',
    bug: 'a hold that was given back is done though a change of it may still lock a seat',
    commands: {
      'bookings.swept': (state, args) => {
        const [after] = COMMANDS['bookings.swept'](state, args);
        if (after === state || args.status !== 'RELEASED') return [after, null];
        const done = { sweepAt: undefined, change: undefined, leaving: undefined, open: undefined };
        return [setBooking(after, args.id, done)[0], null];
      },
    },
    scenarios: ['change-release-once', 'limit-left'],
  },
  {
    name: 'earlier-change-not-released',
    bug: 'what an earlier change left behind is not released before the next one locks',
    edits: [{ file: CHANGE, replace: '    await this.releaseEarlier(begun);\n', by: '' }],
    scenarios: ['limit-leaving', 'change-left'],
  },
  {
    name: 'counts-the-new-seats-only',
    bug: 'while a seat is exchanged for another, only the new one counts against the limit',
    edits: [
      {
        file: CHANGE,
        replace: 'const both = seats.length + addedBy(begun).length;',
        by: 'const both = hold.change.seats.length;',
      },
    ],
    scenarios: ['limit-change'],
  },
];

/** Bugs in holds. */
export const HOLD_MUTANTS: readonly Mutant[] = [...LIFE_OF_HOLDS, ...CHANGES_OF_HOLDS];
