import { inParallel } from '../../harness/until';
import { inArena, type ArenaFigures } from '../arena';
import type { RaceResult } from '../result';
import { scenes, type SceneOutcome } from '../scenes';
import { BOOKING_KILLS } from './booking-kills';
import { CANCEL_KILLS } from './cancel-kills';
import { LEASE_SECONDS, playCase, type KillCase } from './scene';
import { SHOW_KILLS } from './show-kills';
import { playSweepKill, SWEEP_KILLS } from './sweep-kills';

/** Servers that are started at the same time. */
const WIDTH = 3;

/** All points at which a server is killed beside one that lives. */
export const KILL_CASES: readonly KillCase[] = [...SHOW_KILLS, ...BOOKING_KILLS, ...CANCEL_KILLS];

/** The names of all points, in the order of their outcomes. */
export const KILL_NAMES: readonly string[] = [...KILL_CASES, ...SWEEP_KILLS].map(({ name }) => name);

/** Kills a server at every named point. */
export async function killEverywhere(figures: ArenaFigures): Promise<readonly SceneOutcome[]> {
  return [...(await killBesideOthers(figures, KILL_CASES)), ...(await killInSweep(figures))];
}

/** Kills a server at each point, beside one that lives, all on one database. */
export async function killBesideOthers(
  figures: ArenaFigures,
  cases: readonly KillCase[],
): Promise<readonly SceneOutcome[]> {
  return inArena({ ...figures, leaseSeconds: LEASE_SECONDS }, (arena) =>
    inParallel(cases, WIDTH, async (kill) => ({ name: kill.name, violations: await playCase(arena, kill) })),
  );
}

/** Kills a server at each step of the sweep, each on a database of its own. */
async function killInSweep(figures: ArenaFigures): Promise<readonly SceneOutcome[]> {
  return inParallel(SWEEP_KILLS, WIDTH, async (kill) => ({
    name: kill.name,
    violations: await playSweepKill(figures, kill),
  }));
}

/** The same as figures of a race: a round is a point. */
export function raceKills(figures: ArenaFigures): Promise<RaceResult> {
  const name = 'a server killed at each step of book, rollback, cancel, show creation and sweep';
  return scenes(name, figures, () => killEverywhere(figures));
}
