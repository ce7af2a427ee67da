import { explore } from './explore/search';
import { System } from './explore/system';
import { runRandomly } from './long/random-runs';
import { MUTANTS, refute } from './mutants';
import { raceAll } from './races/races';
import { replayString } from './report/replay';
import { Result } from './report/result';
import { count, secondsOf, table } from './report/table';
import { inWords } from './report/words';
import { SCENARIOS, scenarioNamed } from './scenarios';

/** How much to prove. */
export interface ProveOptions {
  readonly isLong: boolean;
  readonly withRaces: boolean;
  readonly seed: number;
}

const MAX_STATES = 2_000_000;

/** Proves what can be proved here and prints it. @returns whether every rule held and every planted bug was found */
export async function prove(options: ProveOptions): Promise<boolean> {
  const results: Result[] = [];
  for await (const result of parts(options)) {
    results.push(result);
    console.log(progress(result));
  }
  const violations = results.flatMap(({ name, violations }) => violations.map((violation) => `${name}: ${violation}`));
  console.log(`\n${summary(results)}\n`);
  for (const violation of violations) console.log(`VIOLATION  ${violation}`);
  console.log(violations.length === 0 ? 'Every rule held.' : `${violations.length} violations.`);
  return violations.length === 0;
}

async function* parts({ isLong, withRaces, seed }: ProveOptions): AsyncGenerator<Result> {
  yield* interleavings();
  yield* plantedBugs();
  yield randomRuns(isLong ? 20_000 : 500, seed);
  if (withRaces) yield* raceAll(isLong);
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
    const said = found && inWords(found.violation.rule, scenarioNamed(found.scenario));
    yield {
      part: 'planted bugs',
      name: mutant.name,
      database: 'model',
      ...(found && {
        states: found.states,
        found: `${said}\n      ${replayString(found.scenario, found.violation.schedule, mutant.name)}`,
      }),
      violations: found ? [] : [`survived: ${mutant.bug}`],
      seconds: (performance.now() - started) / 1_000,
    };
  }
}

async function randomRuns(runs: number, seed: number): Promise<Result> {
  const { violation, seconds, runs: rounds } = await runRandomly({ runs, seed });
  return {
    part: 'random runs',
    name: `seed ${seed}`,
    database: 'model',
    rounds,
    violations: violation === undefined ? [] : [`${violation} (repeat with --seed ${seed})`],
    seconds,
  };
}

function progress(result: Result): string {
  const { part, name, database, states, schedules, rounds, kills, stalls, violations, found, seconds } = result;
  const figures = [
    states === undefined ? '' : `${count(states)} states`,
    schedules === undefined ? '' : `${count(schedules)} schedules`,
    rounds === undefined ? '' : `${count(rounds)} rounds`,
    kills === undefined ? '' : `${count(kills)} kills`,
    stalls === undefined ? '' : `${count(stalls)} stalls`,
  ].filter((figure) => figure !== '');
  const verdict = violations.length > 0 ? 'VIOLATED' : part === 'planted bugs' ? 'refuted' : 'holds';
  const where = database === 'model' ? '' : ` on ${database}`;
  const how = found === undefined ? '' : `\n      ${found}`;
  return `${part}: ${name}${where} ${verdict}, ${[...figures, secondsOf(seconds)].join(', ')}${how}`;
}

/** What is counted, where it is counted. */
const FIGURES = ['states', 'schedules', 'rounds', 'kills', 'stalls', 'refusals'] as const;

/** The one table. */
function summary(results: readonly Result[]): string {
  const head = ['part', 'what', 'database', ...FIGURES, 'violations', 'time'];
  return table(head, [...results.filter(({ part }) => part !== 'planted bugs').map(rowOf), mutantRow(results)]);
}

function rowOf(result: Result): readonly string[] {
  const { part, name, database, violations, seconds } = result;
  const figures = FIGURES.map((figure) => result[figure]).map((n) => (n === undefined ? '' : count(n)));
  return [part, name, database, ...figures, count(violations.length), secondsOf(seconds)];
}

/** All planted bugs in one row; a violation is one that survived. */
function mutantRow(results: readonly Result[]): readonly string[] {
  const mutants = results.filter(({ part }) => part === 'planted bugs');
  const violations = mutants.flatMap((mutant) => mutant.violations);
  return rowOf({
    part: 'planted bugs',
    name: `${mutants.length - violations.length} of ${mutants.length} refuted`,
    database: 'model',
    states: mutants.reduce((sum, { states = 0 }) => sum + states, 0),
    violations,
    seconds: mutants.reduce((sum, { seconds }) => sum + seconds, 0),
  });
}
