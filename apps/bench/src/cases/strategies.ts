import type { Answer, Asked } from '../load/client';
import type { Outcomes } from '../report/results';
import type { Bench } from '../servers/bench';
import { OWNERS, type Server, type ServerName } from '../servers/server';
import { emptyShows, putOnShows } from '../servers/shows';
import type { Case } from './case';
import { countStatuses, paired, type Paired, type Side } from './paired';
import { type Audience, BATCH, booking, bookingsOf, CALLERS } from './wishes';

const SEATS_EACH = 4;

/** A way to get all seats, by the server that goes it. */
interface Way {
  readonly name: string;
  readonly server: ServerName;
}

const LOCK_LOOP: Way = { name: 'lock loop', server: 'floor' };
const AS_WRITTEN: Way = { name: 'loop as written (literal)', server: 'literal' };

/** The ways that this database can go. */
function waysOf({ database }: Bench): readonly Way[] {
  const transaction: readonly Way[] = database.hasTransactions ? [{ name: 'transaction', server: 'transaction' }] : [];
  return [LOCK_LOOP, { name: 'bulk write', server: 'bulk write' }, ...transaction];
}

/** Bookings of four seats, each customer's own, by each way. */
export function calmStrategies(name: string, title: string): Case {
  return compared({ name, title }, waysOf, {
    bookings: (audience) => bookingsOf(BATCH, { seatsEach: SEATS_EACH, rivals: 1 }, audience),
    outcomes: countStatuses,
  });
}

/**
 * Pairs of customers who want the same two seats, named in opposite order. One of the two must win: if neither does, seats
 * that somebody wanted stay unsold.
 */
export function crossedStrategies(name: string, title: string): Case {
  return compared({ name, title }, (bench) => [...waysOf(bench), AS_WRITTEN], {
    bookings: crossedPairs,
    outcomes: outcomesOfPairs,
  });
}

/** What all of them are asked for, and what is made of the answers. */
interface Trial {
  readonly bookings: (audience: Audience) => readonly Asked[];
  readonly outcomes: (answers: readonly Answer[]) => Outcomes;
}

function compared(
  told: Pick<Case, 'name' | 'title'>,
  ways: (bench: Bench) => readonly Way[],
  { bookings, outcomes }: Trial,
): Case {
  return paired(told, async (bench): Promise<Paired> => {
    const customers = await bench.customers();
    const all = [...ways(bench), { name: 'lock loop, again', server: 'floor again' as const }];
    const servers: Server[] = [];
    for (const way of all) servers.push(await bench.server(way.server));
    const shows = await putOnShows(bench, { shows: 1, seatsEach: 2_000, owners: OWNERS });
    const side = (name: string, server: Server): Side => ({
      name,
      server,
      batch: async () => {
        await emptyShows(server.db, shows);
        return bookings({ shows, customers });
      },
      outcomes,
    });
    const sides = all.map(({ name }, at) => side(name, servers[at] as Server));
    const pairs = all.slice(1).map(({ name, server }) => ({
      of: name,
      to: LOCK_LOOP.name,
      isNoise: server === 'floor again',
    }));
    return { sides, pairs, kind: 'book', callers: CALLERS, warmUp: { requests: 800, ms: 20_000 } };
  });
}

function crossedPairs({ shows: [show], customers }: Audience): readonly Asked[] {
  const wishes = Array.from({ length: BATCH }, (_, at): Asked | undefined => {
    const [customer, first] = [customers[at % customers.length], Math.floor(at / 2) * 2];
    const seats = show?.seatIds.slice(first, first + 2) ?? [];
    return customer && show && booking(customer, show.id, at % 2 === 0 ? seats : seats.toReversed());
  });
  return wishes.filter((wish) => wish !== undefined);
}

/** @param answers of pairs, one after the other */
export function outcomesOfPairs(answers: readonly Answer[]): Outcomes {
  const counts = { 'one won': 0, 'neither won': 0, 'both won': 0, 'begun again': 0, failed: 0 };
  for (let at = 0; at < answers.length; at += 2) {
    const pair = answers.slice(at, at + 2);
    const won = pair.filter(({ status }) => status === 201).length;
    if (pair.some(({ status }) => status !== 201 && status !== 409)) counts.failed++;
    else counts[won === 1 ? 'one won' : won === 0 ? 'neither won' : 'both won']++;
    counts['begun again'] += pair.reduce((sum, { headers }) => sum + Number(headers['x-restarts'] ?? 0), 0);
  }
  return counts;
}
