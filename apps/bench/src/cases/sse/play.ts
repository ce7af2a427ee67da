import { CpuMeter } from '../../measure/cpu';
import { openLoop, type Sent } from '../../load/open-loop';
import { Viewers } from '../../load/viewers';
import type { Bench } from '../../servers/bench';
import type { Server } from '../../servers/server';
import { putOnShows, type Show } from '../../servers/shows';
import type { RunSettings } from '../case';
import type { Happening } from './happenings';

/** How many watch one show: enough to see what one costs, or as many as Modex is meant for. */
const VIEWERS = { usual: 200, long: 2_000 } as const;
/** Enough for hundreds of rounds. */
const SEATS = 10_000;

/** Happenings that were sent, and what that cost. */
export interface Played {
  readonly sent: readonly Sent[];
  /** The beginning of the plan, by the clock of this process. */
  readonly startMs: number;
  readonly ms: number;
  readonly serverNs: number;
}

/** What happens at which time from now, and who is to hear of it; without viewers nobody. */
export interface Plan {
  readonly happenings: readonly Happening[];
  readonly times: readonly number[];
  readonly viewers?: Viewers;
}

export function viewersWanted({ isLong }: Pick<RunSettings, 'isLong'>): number {
  return isLong ? VIEWERS.long : VIEWERS.usual;
}

/** Shows of Modex alone: the floor does not ask about what it sends. */
export function showsToWatch(bench: Bench, shows: number): Promise<readonly Show[]> {
  return putOnShows(bench, { shows, seatsEach: SEATS, owners: ['modex'] });
}

export function watch({ address }: Server, { id }: Show, viewers: number): Promise<Viewers> {
  return Viewers.open(`${address}/api/shows/${id}/seats/events`, viewers);
}

/** Sends each happening at its time, and waits until all viewers have heard of all. @throws when one is refused or not heard of */
export async function play({ client, pid, name }: Server, { happenings, times, viewers }: Plan): Promise<Played> {
  const planned = happenings.map(({ asked }, at) => ({ atMs: times[at] as number, kind: 'happening', asked }));
  const server = new CpuMeter(pid);
  const startMs = performance.now();
  const sent = await openLoop(client, planned);
  const wrong = sent.find(({ status }) => status < 200 || status > 299);
  if (wrong !== undefined) throw new Error(`${name} answered ${wrong.status} to what viewers were to hear of`);
  await viewers?.heard(happenings.map(({ place }) => place));
  return { sent, startMs, ms: performance.now() - startMs, serverNs: server.lap() };
}
