import { LEASE_MS } from '../explore/services';
import { COMMANDS } from '../model/commands';
import { Mutant } from './mutant';
import { setBooking } from './store-mutants';

const OUTBOX = 'libs/api/bookings/src/outbox/booking-outbox.ts';
const EVENT = 'libs/domain/src/booking-event.ts';
const CANCEL = 'libs/api/bookings/src/booking-cancel.service.ts';

const TELL =
  'if (await this.tell(next.reader, next.event, now.booking)) now = await this.events.markRead(now, next);\n      else waiting.add(next.reader);';

/** Bugs in writing down what happened, and in handing it to those who wait for it. */
export const OUTBOX_MUTANTS: readonly Mutant[] = [
  {
    name: 'move-without-its-event',
    bug: 'a move is written without what happened, which is left to a second write',
    commands: {
      'bookings.cancel': (state, args) => COMMANDS['bookings.cancel'](state, { ...args, event: undefined }),
    },
    scenarios: ['outbox-calm'],
  },
  {
    name: 'event-of-a-confirm-that-missed',
    bug: 'a confirm that comes after the lease leaves its event behind all the same',
    commands: {
      'bookings.confirm': (state, args) => {
        const [after, confirmed] = COMMANDS['bookings.confirm'](state, args);
        const booking = state.bookings[args.id];
        if (confirmed !== null || booking?.status !== 'PENDING' || args.event === undefined) return [after, confirmed];
        const event = { ...args.event, number: (booking.eventCount ?? 0) + 1, at: state.now };
        const written = { events: [event], eventCount: event.number, eventsDue: state.now };
        return [setBooking(state, args.id, written)[0], null];
      },
    },
    scenarios: ['outbox-late'],
  },
  {
    name: 'event-of-a-move-that-missed',
    bug: 'the event says what was to be given back when it was first seen, and not what is given back now',
    edits: [
      {
        file: CANCEL,
        replace: 'deedOf(booking, { ...cancellation, seatIds })',
        by: 'deedOf(seen, { ...cancellation, seatIds })',
      },
    ],
    scenarios: ['outbox-calm'],
  },
  {
    name: 'read-before-acting',
    bug: 'an event counts as read before its reader has acted on it',
    edits: [
      {
        file: OUTBOX,
        replace: TELL,
        by: `const { booking } = now;
      now = await this.events.markRead(now, next);
      await this.tell(next.reader, next.event, booking);`,
      },
    ],
    scenarios: ['outbox-crash'],
  },
  {
    name: 'failed-reader-goes-on',
    bug: 'a reader that failed gets the next event of the booking before the one that it missed',
    edits: [
      {
        file: OUTBOX,
        replace: 'const next = nextUnread(now.events, (name) => waiting.has(name) || !this.readers.has(name));',
        by: `const tried = this.tried ??= new Set();
      const left = now.events.filter(({ number }: any) => !tried.has(number));
      const next = nextUnread(left, (name) => !this.readers.has(name));
      if (next !== undefined) tried.add(next.event.number);`,
      },
      {
        file: OUTBOX,
        replace: '  private readonly readers = new Map',
        by: '  private tried: any;\n  private readonly readers = new Map',
      },
    ],
    scenarios: ['outbox-lost'],
  },
  {
    name: 'failed-reader-is-forgotten',
    bug: 'an event whose reader failed counts as read',
    edits: [
      {
        file: OUTBOX,
        replace: TELL,
        by: `await this.tell(next.reader, next.event, now.booking);
      now = await this.events.markRead(now, next);`,
      },
    ],
    scenarios: ['outbox-lost'],
  },
  {
    name: 'latest-event-first',
    bug: 'the latest event of a booking is handed over first',
    edits: [
      { file: EVENT, replace: 'for (const event of events) {', by: 'for (const event of events.toReversed()) {' },
    ],
    scenarios: ['outbox-calm'],
  },
  {
    name: 'one-reader-is-all',
    bug: 'an event that one reader has acted on is forgotten for the other',
    commands: {
      'events.markRead': (state, args) =>
        COMMANDS['events.markRead'](state, { ...args, left: args.left.filter(({ readers }) => readers.length > 1) }),
    },
    scenarios: ['outbox-readers'],
  },
  {
    name: 'mark-forgets-what-was-added',
    bug: 'marking an event as read writes back the list that was seen, without what happened since',
    commands: {
      'events.markRead': (state, args) => COMMANDS['events.markRead'](state, { ...args, lastSeen: Infinity }),
    },
    scenarios: ['outbox-calm'],
  },
  {
    name: 'claim-of-anybody',
    bug: 'two processes hand over the same event at the same time',
    commands: {
      'events.claim': (state, args) =>
        COMMANDS['events.claim'](state, { ...args, due: state.bookings[args.id]?.eventsDue ?? args.due }),
    },
    scenarios: ['outbox-calm'],
  },
  {
    name: 'mark-of-a-lost-claim',
    bug: 'a process that slept past its claim writes back the list that it saw then',
    commands: {
      'events.markRead': (state, args) =>
        COMMANDS['events.markRead'](state, { ...args, claims: state.bookings[args.id]?.eventClaims ?? args.claims }),
    },
    scenarios: ['outbox-slept'],
  },
  {
    name: 'claim-told-by-its-end',
    bug: 'a claim is told apart by the moment at which it ends, at which something else may happen',
    commands: {
      'events.markRead': (state, args) => {
        const booking = state.bookings[args.id];
        const isSameMoment = booking?.eventsDue === LEASE_MS && args.claims === 1;
        return COMMANDS['events.markRead'](state, {
          ...args,
          claims: isSameMoment ? (booking.eventClaims ?? 0) : args.claims,
        });
      },
    },
    scenarios: ['outbox-slept'],
  },
  {
    name: 'claim-for-ever',
    bug: 'a claim has no end, so a crash keeps its events from everybody',
    edits: [
      { file: OUTBOX, replace: 'this.events.claim(seen, claimMs)', by: 'this.events.claim(seen, 1_000_000_000)' },
    ],
    scenarios: ['outbox-crash'],
  },
  {
    name: 'numbers-used-again',
    bug: 'events are numbered by those that wait, so that a number comes again',
    commands: {
      'bookings.cancel': (state, args) => {
        const booking = state.bookings[args.id];
        const eventCount = booking?.events?.length ?? 0;
        return booking === undefined
          ? COMMANDS['bookings.cancel'](state, args)
          : COMMANDS['bookings.cancel'](setBooking(state, args.id, { eventCount })[0], args);
      },
    },
    scenarios: ['outbox-calm'],
  },
];
