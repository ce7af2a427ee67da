import { explore } from './explore/search';
import { System } from './explore/system';
import { runRandomly } from './long/random-runs';
import { mutantNamed, MUTANTS, RANDOMLY_FOUND, refute, refuteGround, subjectOf } from './mutants';
import { type Database, raceAll } from './races/races';
import { commandFor, inOneLine } from './report/random-run';
import { replayString } from './report/replay';
import { Result } from './report/result';
import { progress, shortfall, summary } from './report/summary';
import { inWords } from './report/words';
import { SCENARIOS, scenarioNamed } from './scenarios';

/** How much to prove. */
export interface ProveOptions {
  readonly isLong: boolean;
  /** Whether the model is explored, with its planted bugs and random runs. */
  readonly hasModel: boolean;
  /** On which databases real servers race. */
  readonly races: readonly Database[];
  readonly seed: number;
}

const MAX_STATES = 2_000_000;
/** Random runs in which a planted bug must be found. */
const CONTROL_RUNS = 500;

/** Proves what can be proved here and prints it. @returns whether every rule held and every planted bug was found */
export async function prove(options: ProveOptions): Promise<boolean> {
  const results: Result[] = [];
  for await (const result of parts(options)) {
    results.push(result);
    console.log(progress(result));
  }
  const broken = results.flatMap(({ name, violations }) => violations.map((violation) => `${name}: ${violation}`));
  const violations = [...broken, ...(options.hasModel ? shortfall(results) : [])];
  console.log(`\n${summary(results)}\n`);
  for (const violation of violations) console.log(`VIOLATION  ${violation}`);
  console.log(violations.length === 0 ? 'Every rule held.' : `${violations.length} violations.`);
  return violations.length === 0;
}

async function* parts({ isLong, hasModel, races, seed }: ProveOptions): AsyncGenerator<Result> {
  if (hasModel) {
    yield* interleavings();
    yield* plantedBugs();
    yield* randomRuns(isLong ? 20_000 : 500, seed);
  }
  yield* raceAll(isLong ? 'long' : 'quick', races);
}

async function* interleavings(): AsyncGenerator<Result> {
  for (const scenario of SCENARIOS) {
    const { violation, ...figures } = await explore(new System(scenario), { maxStates: MAX_STATES });
    const said =
      violation &&
      `${inWords(violation.rule, scenario)}; npm run prove -- --replay '${replayString(scenario.name, violation.schedule)}'`;
    yield { part: 'interleavings', name: scenario.name, database: 'model', ...figures, violations: said ? [said] : [] };
  }
}

async function* plantedBugs(): AsyncGenerator<Result> {
  for (const mutant of MUTANTS) {
    const started = performance.now();
    const found = await refute(mutant);
    const ground = await refuteGround(mutant);
    const said = found && inWords(found.violation.rule, scenarioNamed(found.scenario));
    yield {
      part: 'planted bugs',
      name: mutant.name,
      database: 'model',
      ...(found && {
        states: found.states,
        found: `${said}\n      ${replayString(found.scenario, found.violation.schedule, mutant.name)}`,
      }),
      violations: [
        ...(found ? [] : [`survived: ${mutant.bug}`]),
        ...(ground
          ? [`its ground alone is refuted: ${inWords(ground.violation.rule, scenarioNamed(ground.scenario))}`]
          : []),
      ],
      seconds: (performance.now() - started) / 1_000,
    };
  }
}

/** The code as it is must break no rule, and with some of the planted bugs it must. */
async function* randomRuns(runs: number, seed: number): AsyncGenerator<Result> {
  const asShipped = await runRandomly({ runs, seed });
  const { violation } = asShipped;
  yield {
    part: 'random runs',
    name: `seed ${seed}`,
    database: 'model',
    rounds: asShipped.runs,
    violations: violation === undefined ? [] : [`${inOneLine(violation)}; ${commandFor(violation)}`],
    seconds: asShipped.seconds,
  };
  for (const name of RANDOMLY_FOUND) yield randomControl(name, seed);
}

async function randomControl(name: string, seed: number): Promise<Result> {
  const control = await runRandomly({ runs: CONTROL_RUNS, seed }, subjectOf(mutantNamed(name)));
  return {
    part: 'random runs',
    name: `with ${name}`,
    database: 'model',
    rounds: control.runs,
    ...(control.violation && { found: inOneLine(control.violation) }),
    violations: control.violation === undefined ? [`${CONTROL_RUNS} random runs do not find it`] : [],
    seconds: control.seconds,
  };
}
