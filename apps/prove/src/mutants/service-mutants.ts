import { Mutant } from './mutant';

const SERVICE = 'libs/api/bookings/src/booking.service.ts';
const CONFIRMATION = 'libs/api/bookings/src/booking-confirmation.ts';
const LOCKS = 'libs/api/bookings/src/booking-locks.ts';
const REFUSALS = 'libs/api/bookings/src/booking-refusals.ts';
const SWEEP = 'libs/api/bookings/src/booking-sweep.ts';
const CREATION = 'libs/api/shows/src/show-creation.service.ts';
const CREATION_SWEEP = 'libs/api/shows/src/show-creation-sweep.ts';

/** Bugs in what the services do, one after the other or not at all. */
export const SERVICE_MUTANTS: readonly Mutant[] = [
  {
    name: 'unsorted',
    bug: 'seats are locked in the order of the request',
    edits: [
      { file: 'libs/domain/src/booking.ts', replace: 'return [...distinct].sort();', by: 'return [...distinct];' },
    ],
    scenarios: ['collide'],
  },
  {
    name: 'intent-last',
    bug: 'the seats are locked first and the booking is stored afterwards',
    edits: [
      {
        file: SERVICE,
        replace: 'const opened = await this.intake.open(',
        by: `const early = { ...intent, id: 'b' + EARLY_ID, leaseUntil: new Date(30_000) } as unknown as Booking;
    await this.locks.lockAll(early, { planVersion: show.planVersion });
    const opened = await this.intake.open(`,
      },
      { file: SERVICE, replace: '    await this.locks.lockAll(booking, { planVersion: show.planVersion });\n', by: '' },
      {
        file: SERVICE,
        replace: '/** What a customer sends. */',
        by: "const EARLY_ID = '0'.padEnd(23, '0');",
      },
    ],
    scenarios: ['crash'],
  },
  {
    name: 'blind-rollback',
    bug: 'a confirm whose answer is lost is compensated without reading it back',
    edits: [
      {
        file: CONFIRMATION,
        replace: 'const stored = await this.bookings.find(booking).catch(() => undefined);',
        by: 'const stored = undefined as Booking | undefined; return undefined;',
      },
    ],
    scenarios: ['lost'],
  },
  {
    name: 'repeated-confirm-missed',
    bug: 'a confirm that misses, though the first of two sent confirmed, gives the seats away',
    edits: [{ file: CONFIRMATION, replace: 'if (ended?.confirmedAt !== undefined) return ended;', by: '' }],
    scenarios: ['repeat'],
  },
  {
    name: 'no-rollback',
    bug: 'a miss fails the booking and keeps the seats it had',
    edits: [
      {
        file: LOCKS,
        replace:
          'for (const seatId of locked.toReversed()) await this.seats.release({ showId, bookingId, seatIds: [seatId] });',
        by: '',
      },
    ],
    scenarios: ['collide'],
  },
  {
    name: 'fail-first',
    bug: 'the booking is settled as FAILED before its seats are released',
    edits: [
      {
        file: LOCKS,
        replace: `for (const seatId of locked.toReversed()) await this.seats.release({ showId, bookingId, seatIds: [seatId] });
      const failed = await this.bookings.fail(booking, failureOf(cause));`,
        by: `const failed = await this.bookings.fail(booking, failureOf(cause));
      for (const seatId of locked.toReversed()) await this.seats.release({ showId, bookingId, seatIds: [seatId] });`,
      },
    ],
    scenarios: ['collide'],
  },
  {
    name: 'lost-lease-untold',
    bug: 'a buyer whose lease ended before the refusal was recorded is told the refusal, and a replay says otherwise',
    edits: [
      { file: LOCKS, replace: "return ended?.status === 'EXPIRED' ? bookingExpired() : cause;", by: 'return cause;' },
    ],
    scenarios: ['stall'],
  },
  {
    name: 'unknown-lock-forgotten',
    bug: 'a take whose answer is lost counts as a miss that is known for good',
    edits: [
      {
        file: REFUSALS,
        replace: `if (!(cause instanceof DomainError)) {
    return { code: 'storage-unavailable', detail: 'The database did not answer.', seatIds: [] };
  }`,
        by: `if (!(cause instanceof DomainError)) return { code: 'seat-taken', detail: '', seatIds: [] };`,
      },
    ],
    scenarios: ['lost'],
  },
  {
    name: 'sweep-forgets-seats',
    bug: 'the sweep ends the booking and leaves the seats to somebody else',
    edits: [
      {
        file: SWEEP,
        replace: 'const freed = await this.settling.settle(booking);',
        by: 'const freed = 0;',
      },
    ],
    scenarios: ['crash'],
  },
  {
    name: 'blind-show-rollback',
    bug: 'giving a creation up removes the seats although the show may be on sale',
    edits: [
      { file: CREATION, replace: 'if (await this.shows.discard(showId)) {', by: 'await this.shows.discard(showId); {' },
    ],
    scenarios: ['create'],
  },
  {
    name: 'show-sweep-guesses',
    bug: 'the sweep removes the seats of a creation without having given it up',
    edits: [
      {
        file: CREATION_SWEEP,
        replace: "if (show.status === 'CREATING' && !(await this.shows.discardExpired(show.id))) return;",
        by: '',
      },
    ],
    scenarios: ['create'],
  },
];
