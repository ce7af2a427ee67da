import type { Answer } from '../load/client';
import type { Outcomes } from '../report/results';
import { OWNERS, type Server } from '../servers/server';
import { emptyShows, putOnShows } from '../servers/shows';
import type { Case } from './case';
import { countStatuses, paired, type Paired, type Side } from './paired';
import { pairsOf, startSides } from './sides';
import { type Audience, BATCH, bookingsOf, CALLERS, type Wishes } from './wishes';

const BOOKING = { kind: 'book', callers: CALLERS, warmUp: { requests: 800, ms: 20_000 } } as const;

/** Bookings of this many seats at every server; each customer has their own seats. */
export function calmBookings(name: string, title: string, seatsEach: number): Case {
  return bookingsEverywhere({ name, title }, { seatsEach, rivals: 1 });
}

/** The same of seats that all callers want at once: one gets them. */
export function hotBookings(name: string, title: string, seatsEach: number): Case {
  return bookingsEverywhere({ name, title }, { seatsEach, rivals: CALLERS });
}

/** How many shows, and how large. */
interface Size {
  readonly shows: number;
  readonly seatsEach: number;
}

function sizeName({ shows, seatsEach }: Size): string {
  return `${shows} × ${seatsEach.toLocaleString('en-US')} seats`;
}

/** Bookings of two seats in Modex alone, in shows of one size and of another. */
export function bookingsBySize(name: string, title: string, [one, other]: readonly [Size, Size]): Case {
  return paired({ name, title }, async (bench): Promise<Paired> => {
    const [server, customers] = [await bench.server('modex'), await bench.customers()];
    const side = async (named: string, size: Size): Promise<Side> => {
      const shows = await putOnShows(bench, { ...size, owners: ['modex'] });
      return bookingSide(named, server, { wishes: { seatsEach: 2, rivals: 1 }, shows, customers });
    };
    const again = `${sizeName(one)}, again`;
    const sides = [await side(sizeName(one), one), await side(sizeName(other), other), await side(again, one)];
    const pairs = [
      { of: sizeName(other), to: sizeName(one) },
      { of: again, to: sizeName(one), isNoise: true },
    ];
    return { ...BOOKING, sides, pairs };
  });
}

/** Bookings of two seats in Modex alone, in one process and in two of one start, on the same database. */
export function bookingsByProcesses(name: string, title: string): Case {
  return paired({ name, title }, async (bench): Promise<Paired> => {
    const [one, two] = [await bench.server('modex'), await bench.server('modex, 2 processes')];
    const customers = await bench.customers();
    const side = async (named: string, server: Server): Promise<Side> => {
      const shows = await putOnShows(bench, { shows: 1, seatsEach: 2_000, owners: ['modex'] });
      return bookingSide(named, server, { wishes: { seatsEach: 2, rivals: 1 }, shows, customers });
    };
    const sides = [await side('1 process', one), await side('2 processes', two), await side('1 process, again', one)];
    const pairs = [
      { of: '2 processes', to: '1 process' },
      { of: '1 process, again', to: '1 process', isNoise: true },
    ];
    // Each of the two processes is to be as warm as the one.
    const warmUp = { requests: 2 * BOOKING.warmUp.requests, ms: 2 * BOOKING.warmUp.ms };
    return { ...BOOKING, warmUp, sides, pairs };
  });
}

function bookingsEverywhere(told: Pick<Case, 'name' | 'title'>, wishes: Wishes): Case {
  return paired(told, async (bench): Promise<Paired> => {
    const customers = await bench.customers();
    const servers = await startSides(bench);
    const shows = await putOnShows(bench, { shows: 1, seatsEach: 2_000, owners: OWNERS });
    const sides = servers.map((server) => bookingSide(server.name, server, { wishes, shows, customers }));
    return { ...BOOKING, sides, pairs: pairsOf(sides) };
  });
}

function bookingSide(name: string, server: Server, batch: Audience & { readonly wishes: Wishes }): Side {
  const { wishes, shows } = batch;
  return {
    name,
    server,
    batch: async () => {
      await emptyShows(server.db, shows);
      return bookingsOf(BATCH, wishes, batch);
    },
    outcomes: (answers) => oneEach(name, answers, wishes),
  };
}

/** @throws unless exactly one of the rivals got the seats, and all others were told that they are taken */
function oneEach(name: string, answers: readonly Answer[], { rivals }: Wishes): Outcomes {
  const outcomes = countStatuses(answers);
  const won = answers.length / rivals;
  if (outcomes['201'] !== won || (outcomes['409'] ?? 0) !== answers.length - won) {
    throw new Error(`${name}: ${won} of ${answers.length} bookings should have got seats: ${JSON.stringify(outcomes)}`);
  }
  return outcomes;
}
