import { allOf, inParallel } from '../../harness/until';
import { inArena, type ArenaFigures } from '../arena';
import type { RaceResult } from '../result';
import { inRounds, lookAtAll, scenes, type SceneFigures, type SceneOutcome } from '../scenes';
import { BOOKING_KILLS } from './booking-kills';
import { CANCEL_KILLS } from './cancel-kills';
import { HOLD_KILLS } from './hold-kills';
import { OUTBOX_KILLS, playOutboxKill } from './outbox-kills';
import { LEASE_SECONDS, playCase, type KillCase } from './scene';
import { SHOW_KILLS } from './show-kills';
import { SWITCH_KILLS } from './switch-kills';
import { playSweepKill, SWEEP_KILLS } from './sweep-kills';

/** Scenes of a round at the same time: those on one database, and those that each have their own. They mostly wait. */
const [WIDTH, SWEEP_WIDTH] = [8, 3];

type Outcomes = readonly SceneOutcome[];

/** All points at which a server is killed beside one that lives. */
export const KILL_CASES: readonly KillCase[] = [
  ...SHOW_KILLS,
  ...BOOKING_KILLS,
  ...CANCEL_KILLS,
  ...HOLD_KILLS,
  ...SWITCH_KILLS,
];

/** The names of all points, in the order of their outcomes. */
export const KILL_NAMES: readonly string[] = [...KILL_CASES, ...SWEEP_KILLS, ...OUTBOX_KILLS].map(({ name }) => name);

/** Kills a server at every named point, and looks at the whole database when all that share it have played. */
export async function killEverywhere(figures: ArenaFigures, tell: () => void = () => undefined): Promise<Outcomes> {
  const [beside, sweeping, telling] = await allOf([
    killBesideOthers(figures, KILL_CASES, tell),
    inParallel(SWEEP_KILLS, SWEEP_WIDTH, (kill) => playSweepKill(figures, kill).finally(tell)),
    inParallel(OUTBOX_KILLS, SWEEP_WIDTH, (kill) => playOutboxKill(figures, kill).finally(tell)),
  ] as const);
  return [...beside, ...sweeping, ...telling];
}

/** Kills a server at each point, beside one that lives, all on one database. The last outcome is that of the database. */
export async function killBesideOthers(
  figures: ArenaFigures,
  cases: readonly KillCase[],
  tell: () => void = () => undefined,
): Promise<Outcomes> {
  return inArena({ ...figures, leaseSeconds: LEASE_SECONDS }, async (arena) => {
    const outcomes = await inParallel(cases, WIDTH, (kill) => playCase(arena, kill).finally(tell));
    return [...outcomes, await lookAtAll(arena)];
  });
}

/** The same again and again, as figures of a race: a round of the result is a scene. */
export function raceKills(figures: ArenaFigures, { rounds }: SceneFigures): Promise<RaceResult> {
  const name =
    'a server killed at each step of book, rollback, cancel, hold, show creation, plan switch, sweep and outbox';
  const count = KILL_NAMES.length;
  return scenes(name, figures, () => inRounds('kills', { rounds, count }, (tell) => killEverywhere(figures, tell)));
}
