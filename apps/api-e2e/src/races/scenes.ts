import { inParallel } from '../harness/until';
import type { Arena, ArenaFigures } from './arena';
import { Progress } from './progress';
import type { RaceResult } from './result';

/** What one scene found wrong; empty when all is well. */
export interface SceneOutcome {
  readonly name: string;
  readonly violations: readonly string[];
  /** Servers that were seen to die by the signal of their kill point. */
  readonly kills?: number;
  /** Servers that were seen to stand still. */
  readonly stalls?: number;
  /** A look at the whole database after several scenes, which is no scene itself. */
  readonly isLook?: true;
}

/** How often each scene is played. */
export interface SceneFigures {
  readonly rounds: number;
}

/** Plays all scenes once. @param tell is called when a scene is over */
export type SceneRound = (tell: () => void) => Promise<readonly SceneOutcome[]>;

/** Rounds at the same time: while scenes of the one wait for their leases, those of the other start servers. */
const ROUNDS_AT_ONCE = 2;

/** Plays a round of scenes again and again. @param count scenes of a round */
export async function inRounds(
  name: string,
  { rounds, count }: SceneFigures & { readonly count: number },
  play: SceneRound,
): Promise<readonly SceneOutcome[]> {
  const progress = new Progress(`${name}, scenes`, rounds * count);
  const numbers = Array.from({ length: rounds }, (_, index) => index + 1);
  const played = await inParallel(numbers, ROUNDS_AT_ONCE, async (round) => {
    const outcomes = await play(() => progress.add());
    return rounds === 1 ? outcomes : outcomes.map((it) => ({ ...it, name: `round ${round}, ${it.name}` }));
  });
  return played.flat();
}

/** The five rules over the whole database, when every scene of it is over. */
export async function lookAtAll(arena: Arena): Promise<SceneOutcome> {
  return { name: 'the whole database', violations: await arena.violations(), isLook: true };
}

/** Plays scenes and tells them as a race: a round is a scene. */
export async function scenes(
  name: string,
  figures: ArenaFigures,
  play: () => Promise<readonly SceneOutcome[]>,
): Promise<RaceResult> {
  const began = performance.now();
  const outcomes = await play();
  const played = outcomes.filter(({ isLook }) => isLook === undefined).length;
  return {
    name,
    ...placeOf(figures),
    rounds: played,
    requests: played,
    won: 0,
    refusals: 0,
    others: {},
    violations: outcomes.flatMap((outcome) => outcome.violations.map((violation) => `${outcome.name}: ${violation}`)),
    seconds: Math.round(performance.now() - began) / 1_000,
    medianMs: 0,
    slowestMs: 0,
    kills: sum(outcomes.map(({ kills }) => kills)),
    stalls: sum(outcomes.map(({ stalls }) => stalls)),
  };
}

/** Where a race takes place: on which database, with how many servers beside the one that it is about. */
export function placeOf(figures: ArenaFigures): Pick<RaceResult, 'database' | 'instances'> {
  const server = figures.databaseUri ?? process.env['TEST_MONGODB_URI'];
  return { database: server ? 'server' : 'embedded', instances: (figures.instances ?? 1) + 1 };
}

/** Undefined when none of them was counted. */
function sum(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce((total, count) => (count === undefined ? total : (total ?? 0) + count), undefined);
}
