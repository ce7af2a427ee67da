import type { Viewers } from '../../load/viewers';
import { sum } from '../../measure/statistics';
import type { Figure, PairedResult } from '../../report/results';
import type { Bench } from '../../servers/bench';
import type { Server } from '../../servers/server';
import type { Show } from '../../servers/shows';
import type { Case, RunSettings } from '../case';
import { playRounds } from '../paired';
import { comparisonOf, figuresOf, type Sample } from '../paired-figures';
import { pairsOf, startSides, WITHOUT_LITERAL } from '../sides';
import { bookingsIn, framesIn, type Happenings } from './happenings';
import { play, showsToWatch, viewersWanted, watch } from './play';

/** Modex sends four frames a second at most: each of these gets one of its own. */
const TIMES = Array.from({ length: 6 }, (_, at) => at * 270);
const WARM_UPS = 3;

/** A server with a show that is watched and one that is not. */
interface Side {
  readonly name: string;
  readonly server: Server;
  readonly viewers: Viewers;
  readonly watched: Happenings;
  readonly unwatched: Happenings;
}

/** What a turn of a side cost, and the bytes that came to each viewer for each happening. */
interface Turn extends Sample {
  readonly bytesEach: number;
}

/**
 * What a frame costs for one viewer: the processor time of a server while things happen in a show that is watched, less
 * that for the same in a show that nobody watches. The floor is told what to write, byte by byte as Modex wrote it.
 */
export function fanOut(name: string, title: string): Case {
  return { name, title, run: (bench, settings) => compare({ name, title }, bench, settings) };
}

async function compare(
  told: Pick<PairedResult, 'name' | 'title'>,
  bench: Bench,
  settings: RunSettings,
): Promise<PairedResult> {
  const size = viewersWanted(settings);
  const sides: Side[] = [];
  const bytes = new Map<string, number[]>();
  try {
    for await (const side of startWatched(bench, size, settings)) sides.push(side);
    settings.begin?.();
    const samples = await playRounds(
      sides,
      async (side) => {
        const turn = await measure(side, size);
        bytes.set(side.name, [...(bytes.get(side.name) ?? []), turn.bytesEach]);
        return turn;
      },
      settings,
    );
    return {
      ...{ kind: 'paired', ...told, database: bench.database.kind },
      ...{ load: `${size} viewers`, unit: 'frame and viewer', rounds: settings.rounds },
      sides: sides.map((side) => figuresOf(side.name, samples.get(side.name) ?? [])),
      comparisons: pairsOf(sides).map((pair) => comparisonOf(pair, samples)),
      figures: sides.map(({ name }) => bytesFigure(name, bytes.get(name) ?? [])),
    };
  } finally {
    for (const { viewers } of sides) viewers.close();
  }
}

/** Modex first: the floor sends what its viewers saw while it was warmed up. */
async function* startWatched(bench: Bench, size: number, { say }: RunSettings): AsyncIterable<Side> {
  const customers = await bench.customers();
  const servers = await startSides(bench, WITHOUT_LITERAL);
  const [show, other] = (await showsToWatch(bench, 2)) as readonly [Show, Show];
  const seen: string[] = [];
  for (const server of servers) {
    say(`${size} viewers come to ${server.name}`);
    const happeningsIn = (where: Show): Happenings =>
      server.name === 'modex' ? bookingsIn(where, customers) : framesIn(where, seen);
    const viewers = await watch(server, show, size);
    const side = { name: server.name, server, viewers, watched: happeningsIn(show), unwatched: happeningsIn(other) };
    yield side;
    for (let time = 0; time < WARM_UPS; time++) await measure(side, size);
    if (server.name === 'modex') seen.push(...viewers.seen);
  }
}

async function measure({ server, viewers, watched, unwatched }: Side, size: number): Promise<Turn> {
  const alone = await play(server, { happenings: unwatched(TIMES.length), times: TIMES });
  // Nobody has heard anything for a while; what is due anyway comes now, and is not measured.
  await play(server, { happenings: watched(1), times: [0], viewers });
  const [framesBefore, bytesBefore] = [viewers.frames, viewers.bytes];
  const seen = await play(server, { happenings: watched(TIMES.length), times: TIMES, viewers });
  const frames = viewers.frames - framesBefore;
  return {
    requests: frames,
    serverNs: seen.serverNs - alone.serverNs,
    databaseNs: undefined,
    ms: seen.ms,
    outcomes: { heard: frames },
    bytesEach: (viewers.bytes - bytesBefore) / (TIMES.length * size),
  };
}

function bytesFigure(side: string, each: readonly number[]): Figure {
  return { what: `${side}: what comes to a viewer of a booking, alone in its frame`, value: mean(each), unit: 'bytes' };
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
