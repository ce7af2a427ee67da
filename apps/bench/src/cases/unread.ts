import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { openLoop, type Planned, type Sent } from '../load/open-loop';
import { PeakMemory } from '../measure/memory';
import type { OpenLoopResult } from '../report/results';
import type { Server } from '../servers/server';
import { putOnShows, type Show } from '../servers/shows';
import type { Case, RunSettings } from './case';
import { isVoid, latenciesOf } from './latencies';
import { type Audience, booking } from './wishes';

const SEATS = { large: 100_000, other: 2_000 } as const;
const READERS = 60;
/** How many a second. A ping waits for nothing but its turn: that is the delay of the event loop, as others feel it. */
const PER_SECOND = { ping: 100, 'book 2 of 100,000 seats': 4, 'book 2 of 2,000 seats': 16 } as const;
type RequestKind = keyof typeof PER_SECOND;
const KINDS = Object.keys(PER_SECOND) as RequestKind[];
/** The first warms the server up. */
const PHASES = ['warm-up', 'alone', 'beside readers'] as const;
const SECONDS = 12;

/**
 * People book in a large show and in another one, alone and then beside readers of the large one, who ask for its whole map
 * and its status, each in a version of its own, and never read the answers.
 */
export function unread(name: string, title: string): Case {
  return {
    name,
    title,
    run: async (bench, settings): Promise<OpenLoopResult> => {
      const [server, customers] = [await bench.server('modex'), await bench.customers()];
      const large = await putOnShows(bench, { shows: 1, seatsEach: SEATS.large, owners: ['modex'] });
      const other = await putOnShows(bench, { shows: 1, seatsEach: SEATS.other, owners: ['modex'] });
      const { sent, memory } = await play(server, { shows: [...large, ...other], customers }, settings);
      const of = (phase: number, kind: RequestKind) => (sent[phase] ?? []).filter((each) => each.kind === kind);
      const latencies = [1, 2].flatMap((phase) =>
        KINDS.map((kind) => latenciesOf(PHASES[phase] as string, kind, of(phase, kind))),
      );
      return {
        ...{ kind: 'open loop', name, title, database: bench.database.kind, latencies },
        arrivals: `${KINDS.map((kind) => `${PER_SECOND[kind]} × ${kind}`).join(', ')} a second, 2 × ${SECONDS} s`,
        isVoid: isVoid(latencies),
        figures: [1, 2].map((phase) => ({
          what: `most memory of Modex, ${PHASES[phase]}`,
          value: memory[phase] as number,
          unit: 'MB',
        })),
      };
    },
  };
}

/** What was sent in each phase, and the most memory that the server had meanwhile, in MB. */
interface Played {
  readonly sent: readonly (readonly Sent[])[];
  readonly memory: readonly number[];
}

async function play(server: Server, audience: Audience, { say, begin }: RunSettings): Promise<Played> {
  const readers: Socket[] = [];
  const [sent, memory]: [(readonly Sent[])[], number[]] = [[], []];
  try {
    for (const [nth, phase] of PHASES.entries()) {
      say(phase);
      if (phase === 'beside readers') begin?.();
      const peak = new PeakMemory(server.pid);
      const coming = phase === 'beside readers' ? come(server, audience.shows[0] as Show, readers) : undefined;
      sent.push(await openLoop(server.client, planOf(audience, nth)));
      await coming;
      memory.push(peak.peakMb());
    }
    return { sent, memory };
  } finally {
    for (const reader of readers) reader.destroy();
  }
}

/** Requests at even distances; each books other seats than all phases before. */
function planOf({ shows, customers }: Audience, phase: number): readonly Planned[] {
  const askedOf = (kind: RequestKind, nth: number): Planned['asked'] => {
    if (kind === 'ping') return { method: 'GET', path: '/health/live' };
    const { id, seatIds } = shows[KINDS.indexOf(kind) - 1] as Show;
    const customer = customers[nth % customers.length] as Audience['customers'][number];
    return booking(customer, id, seatIds.slice(2 * nth, 2 * nth + 2));
  };
  const plan = KINDS.flatMap((kind) =>
    Array.from({ length: SECONDS * PER_SECOND[kind] }, (_, at) => ({
      atMs: (at * 1_000) / PER_SECOND[kind],
      kind,
      asked: askedOf(kind, phase * SECONDS * PER_SECOND[kind] + at),
    })),
  );
  return plan.toSorted((one, other) => one.atMs - other.atMs);
}

/** The readers come one after the other in the first half of a phase: meanwhile seats are booked, so versions differ. */
async function come({ address }: Server, { id }: Show, readers: Socket[]): Promise<void> {
  const { hostname, port, host } = new URL(address);
  for (let nth = 0; nth < READERS; nth++) {
    // Nobody listens to its data, so nothing is read but what the system takes.
    const reader = connect(Number(port), hostname).on('error', () => undefined);
    for (const path of ['seats', 'seats/status'])
      reader.write(`GET /api/shows/${id}/${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    readers.push(reader);
    await pause((SECONDS * 500) / READERS);
  }
}
