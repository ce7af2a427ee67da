import type { ArenaFigures } from './arena';
import type { RaceResult } from './result';

/** What one scene left wrong; nothing when all is well. */
export interface SceneOutcome {
  readonly name: string;
  readonly violations: readonly string[];
}

/** Plays scenes and tells them as a race: a round is a scene. */
export async function scenes(
  name: string,
  figures: ArenaFigures,
  play: () => Promise<readonly SceneOutcome[]>,
): Promise<RaceResult> {
  const began = performance.now();
  const outcomes = await play();
  return {
    name,
    database: (figures.databaseUri ?? process.env['TEST_MONGODB_URI']) ? 'server' : 'embedded',
    instances: (figures.instances ?? 1) + 1,
    rounds: outcomes.length,
    requests: outcomes.length,
    won: 0,
    refusals: 0,
    others: {},
    violations: outcomes.flatMap((outcome) => outcome.violations.map((violation) => `${outcome.name}: ${violation}`)),
    seconds: Math.round(performance.now() - began) / 1_000,
    medianMs: 0,
    slowestMs: 0,
  };
}
