import { Mutant } from './mutant';

const SERVICE = 'libs/api/bookings/src/booking.service.ts';
const SWEEP = 'libs/api/bookings/src/booking-sweep.ts';
const CREATION = 'libs/api/admin/src/show-creation.service.ts';
const SHOW_SWEEP = 'libs/api/admin/src/show-sweep.ts';

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
        replace: 'const { kind, booking } = await this.bookings.open(',
        by: `const early = { ...intent, id: 'b' + EARLY_ID, leaseUntil: new Date(30_000) } as unknown as Booking;
    await this.lockAll(early);
    const { kind, booking } = await this.bookings.open(`,
      },
      { file: SERVICE, replace: '    await this.lockAll(booking);\n', by: '' },
      {
        file: SERVICE,
        replace: 'function seatTaken(',
        by: "const EARLY_ID = '0'.padEnd(23, '0');\nfunction seatTaken(",
      },
    ],
    scenarios: ['crash'],
  },
  {
    name: 'blind-rollback',
    bug: 'a confirm whose answer is lost is compensated without reading it back',
    edits: [
      {
        file: SERVICE,
        replace: 'const stored = await this.bookings.findById(bookingId).catch(() => undefined);',
        by: 'const stored = undefined as Booking | undefined; return undefined;',
      },
    ],
    scenarios: ['lost'],
  },
  {
    name: 'repeated-confirm-missed',
    bug: 'a confirm that misses, though the first of two sent confirmed, gives the seats away',
    edits: [{ file: SERVICE, replace: 'if (ended?.confirmedAt !== undefined) return ended;', by: '' }],
    scenarios: ['repeat'],
  },
  {
    name: 'no-rollback',
    bug: 'a miss fails the booking and keeps the seats it had',
    edits: [
      {
        file: SERVICE,
        replace: 'for (const seatId of taken.toReversed()) await this.release(booking, [seatId]);',
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
        file: SERVICE,
        replace: `for (const seatId of taken.toReversed()) await this.release(booking, [seatId]);
      const failed = await this.bookings.fail(booking.id, failureOf(cause));`,
        by: `const failed = await this.bookings.fail(booking.id, failureOf(cause));
      for (const seatId of taken.toReversed()) await this.release(booking, [seatId]);`,
      },
    ],
    scenarios: ['collide'],
  },
  {
    name: 'lost-lease-untold',
    bug: 'a buyer whose lease ended before the refusal was recorded is told the refusal, and a replay says otherwise',
    edits: [
      { file: SERVICE, replace: "return ended?.status === 'EXPIRED' ? bookingExpired() : cause;", by: 'return cause;' },
    ],
    scenarios: ['stall'],
  },
  {
    name: 'unknown-take-forgotten',
    bug: 'a take whose answer is lost counts as a miss that is known for good',
    edits: [
      {
        file: SERVICE,
        replace: `if (!(cause instanceof DomainError)) {
    return { code: 'storage-unavailable', detail: 'The database did not answer.', seatIds: [] };
  }`,
        by: `if (!(cause instanceof DomainError)) return { code: 'seat-taken', detail: '', seatIds: [] };`,
      },
    ],
    scenarios: ['lost'],
  },
  {
    name: 'cancel-releases-first',
    bug: 'cancelling releases the seats before its compare-and-set',
    edits: [
      {
        file: SERVICE,
        replace: 'const cancelled = (await this.bookings.cancel(',
        by: 'await this.release(booking, booking.seats);\n    const cancelled = (await this.bookings.cancel(',
      },
    ],
    scenarios: ['cancel'],
  },
  {
    name: 'sweep-forgets-seats',
    bug: 'the sweep ends the booking and leaves the seats to somebody else',
    edits: [
      {
        file: SWEEP,
        replace: 'const freed = await this.seats.release({ showId, seatIds, bookingId });',
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
        file: SHOW_SWEEP,
        replace: "if (show.status === 'CREATING' && !(await this.shows.discardExpired(show.id))) return;",
        by: '',
      },
    ],
    scenarios: ['create'],
  },
];
