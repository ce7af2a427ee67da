import { arrivals } from '../../load/open-loop';
import type { Viewers } from '../../load/viewers';
import { randomFrom } from '../../measure/random';
import type { OpenLoopResult } from '../../report/results';
import type { Bench } from '../../servers/bench';
import type { Show } from '../../servers/shows';
import type { Case, RunSettings } from '../case';
import { isVoid, latenciesOf, type Timed } from '../latencies';
import { bookingsIn, type Happening } from './happenings';
import { play, type Played, showsToWatch, viewersWanted, watch } from './play';

const PER_SECOND = 10;
const SECONDS = 10;
const ROUNDS = 3;

/** How each request and each viewer fared: a row of the report. */
type Fates = Readonly<Record<'book 1 seat' | 'a viewer hears of it' | 'the same, from the answer', Timed[]>>;

/** How long it takes until all viewers of a show have heard of a booking; people book at times of their own. */
export function news(name: string, title: string): Case {
  return {
    name,
    title,
    run: async (bench, settings): Promise<OpenLoopResult> => {
      const size = viewersWanted(settings);
      const { fates, bytes } = await fatesOf(bench, size, settings);
      const latencies = Object.entries(fates).map(([request, all]) => latenciesOf('modex', request, all));
      const bytesEach = bytes / fates['a viewer hears of it'].length;
      return {
        ...{ kind: 'open loop', name, title, database: bench.database.kind },
        arrivals: `${size} viewers, ${PER_SECOND} × book 1 seat a second, ${ROUNDS} × ${SECONDS} s`,
        latencies,
        isVoid: isVoid(latencies),
        figures: [{ what: 'what comes to a viewer of a booking at this rate', value: bytesEach, unit: 'bytes' }],
      };
    },
  };
}

/** @returns with them the bytes that came to all viewers meanwhile */
async function fatesOf(
  bench: Bench,
  size: number,
  { seed, say, begin }: RunSettings,
): Promise<{ readonly fates: Fates; readonly bytes: number }> {
  const [server, customers] = [await bench.server('modex'), await bench.customers()];
  const [show] = (await showsToWatch(bench, 1)) as readonly [Show];
  const [bookings, fates] = [bookingsIn(show, customers), noFates()];
  say(`${size} viewers come`);
  const viewers = await watch(server, show, size);
  let bytesBefore = 0;
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      say(round === 0 ? 'warms up' : `round ${round} of ${ROUNDS}`);
      if (round === 1) {
        begin?.();
        bytesBefore = viewers.bytes;
      }
      const times = arrivals(PER_SECOND, SECONDS, randomFrom(seed + round));
      const happenings = bookings(times.length);
      const played = await play(server, { happenings, times, viewers });
      if (round > 0) await addFates(fates, { ...played, happenings, times, viewers });
    }
    return { fates, bytes: viewers.bytes - bytesBefore };
  } finally {
    viewers.close();
  }
}

function noFates(): Fates {
  return { 'book 1 seat': [], 'a viewer hears of it': [], 'the same, from the answer': [] };
}

/** Of a round that was played. */
interface Round extends Pick<Played, 'sent' | 'startMs'> {
  readonly happenings: readonly Happening[];
  readonly times: readonly number[];
  readonly viewers: Viewers;
}

async function addFates(fates: Fates, { sent, startMs, happenings, times, viewers }: Round): Promise<void> {
  const heard = await viewers.heard(happenings.map(({ place }) => place));
  for (const [at, { status, lateMs, latencyMs }] of sent.entries()) {
    fates['book 1 seat'].push({ status, lateMs, latencyMs });
    for (const time of heard[at] ?? []) {
      const hearing = time - startMs - (times[at] as number);
      fates['a viewer hears of it'].push({ status: 'heard', lateMs, latencyMs: hearing });
      // A viewer may see the seat go before its customer has the answer.
      fates['the same, from the answer'].push({ status: 'heard', lateMs, latencyMs: Math.max(0, hearing - latencyMs) });
    }
  }
}
