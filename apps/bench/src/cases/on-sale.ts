import { arrivals, openLoop, type Planned, type Sent } from '../load/open-loop';
import { type Random, randomFrom, shuffled } from '../measure/random';
import type { OpenLoopResult } from '../report/results';
import type { Server } from '../servers/server';
import { OWNERS } from '../servers/server';
import { emptyShows, putOnShows, type Show } from '../servers/shows';
import type { Case, RunSettings } from './case';
import { isVoid, latenciesOf } from './latencies';
import { startSides } from './sides';
import { type Audience, booking } from './wishes';

const PER_SECOND = { 'book 2 seats': 40, 'see the map': 5 } as const;
type RequestKind = keyof typeof PER_SECOND;
const KINDS = Object.keys(PER_SECOND) as RequestKind[];
const SEATS = 2_000;
const SECONDS = 10;
const ROUNDS = 3;
/** A show goes on sale: customers come at times of their own, most want the seats in front, and nobody waits for others. */
export function onSale(name: string, title: string): Case {
  return {
    name,
    title,
    run: async (bench, settings): Promise<OpenLoopResult> => {
      const [customers, servers] = [await bench.customers(), await startSides(bench)];
      const shows = await putOnShows(bench, { shows: 1, seatsEach: SEATS, owners: OWNERS });
      const sent = await playRounds(servers, { shows, customers }, settings);
      const of = (server: Server, kind: RequestKind): readonly Sent[] =>
        (sent.get(server) ?? []).filter((each) => each.kind === kind);
      const latencies = servers.flatMap((server) =>
        KINDS.map((kind) => latenciesOf(server.name, kind, of(server, kind))),
      );
      return {
        kind: 'open loop',
        name,
        title,
        database: bench.database.kind,
        arrivals: `${KINDS.map((kind) => `${PER_SECOND[kind]} × ${kind}`).join(' and ')} a second, ${ROUNDS} × ${SECONDS} s`,
        latencies,
        isVoid: isVoid(latencies),
      };
    },
  };
}

async function playRounds(
  servers: readonly Server[],
  audience: Audience,
  { seed, say }: RunSettings,
): Promise<ReadonlyMap<Server, readonly Sent[]>> {
  const [random, sent] = [randomFrom(seed), new Map<Server, Sent[]>(servers.map((server) => [server, []]))];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const server of shuffled(servers, random)) {
      await emptyShows(server.db, audience.shows);
      say(round === 0 ? `${server.name} warms up` : `round ${round} of ${ROUNDS}: ${server.name}`);
      const answered = await openLoop(server.client, planOf(audience, randomFrom(seed + round)));
      if (round > 0) sent.get(server)?.push(...answered);
    }
  }
  return sent;
}

/** The same random numbers give the same crowd, so that every server meets the same one. */
function planOf(audience: Audience, random: Random): readonly Planned[] {
  const plan = KINDS.flatMap((kind) =>
    arrivals(PER_SECOND[kind], SECONDS, random).map((atMs) => ({ atMs, kind, asked: askedOf(kind, audience, random) })),
  );
  return plan.toSorted((one, other) => one.atMs - other.atMs);
}

function askedOf(kind: RequestKind, { shows: [show], customers }: Audience, random: Random): Planned['asked'] {
  const { id, seatIds } = show as Show;
  if (kind === 'see the map') return { method: 'GET', path: `/api/shows/${id}/seats` };
  const customer = customers[Math.floor(random() * customers.length)] as Audience['customers'][number];
  // The square draws more of them to the front.
  const first = 2 * Math.floor(random() ** 2 * (SEATS / 2));
  return booking(customer, id, seatIds.slice(first, first + 2));
}
