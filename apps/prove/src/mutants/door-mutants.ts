import { COMMANDS } from '../model/commands';
import { Mutant } from './mutant';

const SERVICE = 'libs/api/bookings/src/tickets/ticket.service.ts';
const DOMAIN = 'libs/domain/src/ticket.ts';
const CANCEL = 'libs/api/bookings/src/booking-cancel.service.ts';

/** Bugs at the doors. */
export const DOOR_MUTANTS: readonly Mutant[] = [
  {
    name: 'tickets-write-blindly',
    bug: 'who is in is written over what another door wrote meanwhile',
    commands: {
      'tickets.write': (state, args) =>
        COMMANDS['tickets.write'](state, { ...args, version: state.bookings[args.id]?.tickets?.version }),
    },
    scenarios: ['door-twice', 'door-again'],
  },
  {
    name: 'tickets-of-gone-seats',
    bug: 'a door lets somebody in whatever became of the seats since they were read',
    commands: {
      'tickets.write': (state, args) =>
        COMMANDS['tickets.write'](state, { ...args, seen: state.bookings[args.id]?.seats ?? args.seen }),
    },
    scenarios: ['door-return'],
  },
  {
    name: 'cancel-ignores-doors',
    bug: 'seats are given back although somebody got in with one since the booking was read',
    commands: {
      'bookings.cancel': (state, args) =>
        COMMANDS['bookings.cancel'](state, { ...args, ticketVersion: state.bookings[args.id]?.tickets?.version }),
    },
    scenarios: ['door-cancel', 'door-return'],
  },
  {
    name: 'return-of-entered',
    bug: 'nobody looks whether somebody is in before seats are given back',
    edits: [
      {
        file: CANCEL,
        replace: 'if (cancellation.evenEntered !== true) refuseEntered(booking, seatIds);',
        by: '',
      },
    ],
    scenarios: ['door-undo', 'door-cancel'],
  },
  {
    name: 'called-off-but-entered',
    bug: 'a show that is called off keeps the bookings of those who are in',
    edits: [{ file: CANCEL, replace: '{ ...cancellation, evenEntered: true }', by: 'cancellation' }],
    scenarios: ['door-call-off'],
  },
  {
    name: 'own-scan-refused',
    bug: 'a door that sends a scan again is told that the ticket was used',
    edits: [
      {
        file: SERVICE,
        replace: 'if (entry?.scanId === scan.scanId) return { booking, entry };',
        by: 'if (entry?.scanId === scan.scanId && booking.tickets?.version === -1) return { booking, entry };',
      },
    ],
    scenarios: ['door-twice'],
  },
  {
    name: 'any-issue-enters',
    bug: 'a ticket that was passed on still lets somebody in',
    edits: [{ file: DOMAIN, replace: 'if (issue !== issueOf(booking, seatId)) throw', by: 'if (issue < 1) throw' }],
    scenarios: ['door-passed-on'],
  },
  {
    name: 'entered-is-passed-on',
    bug: 'the ticket of somebody who is in is passed on to somebody else',
    edits: [
      {
        file: SERVICE,
        replace: `      refuseEntered(booking, [seen.seatId]);
`,
        by: '',
      },
    ],
    scenarios: ['door-passed-on'],
  },
  {
    name: 'undo-of-anybody',
    bug: 'a late undo takes back whoever is in by now',
    edits: [
      {
        file: SERVICE,
        replace: 'const others = entries.filter((entry) => entry.scanId !== scanId);',
        by: 'const others = entries.filter((entry) => entry.scanId === undefined);',
      },
    ],
    scenarios: ['door-undo'],
  },
];
