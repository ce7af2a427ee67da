import { Result } from './result';
import { count, secondsOf, table } from './table';

/** What is counted, where it is counted. */
const FIGURES = ['states', 'schedules', 'rounds', 'kills', 'stalls', 'refusals', 'leaks'] as const;
/** What of it is told at once, where it is not nothing. */
const TOLD_AT_ONCE = FIGURES.filter((figure) => figure !== 'refusals' && figure !== 'leaks');

/** Fewer distinct states than this prove nothing: some change has made the scenarios trivial. */
const FEWEST_STATES = 100_000;

/** One line for one result, as soon as it is there. */
export function progress(result: Result): string {
  const { part, name, database, violations, found, seconds } = result;
  const figures = TOLD_AT_ONCE.flatMap((figure) => {
    const n = result[figure];
    return n === undefined ? [] : [`${count(n)} ${figure}`];
  });
  const outcome = violations.length > 0 ? 'VIOLATED' : found === undefined ? 'holds' : 'refuted';
  const where = database === 'model' ? '' : ` on ${database}`;
  const how = found === undefined ? '' : `\n      ${found}`;
  return `${part}: ${name}${where} ${outcome}, ${[...figures, secondsOf(seconds)].join(', ')}${how}`;
}

/** The one table. */
export function summary(results: readonly Result[]): string {
  const head = ['part', 'what', 'database', ...FIGURES, 'violations', 'time'];
  const mutants = results.filter(({ part }) => part === 'planted bugs');
  const others = results.filter(({ part }) => part !== 'planted bugs').map(rowOf);
  return table(head, mutants.length === 0 ? others : [...others, mutantRow(mutants)]);
}

/** A sentence when too little was explored for the rest to mean anything. */
export function shortfall(results: readonly Result[]): readonly string[] {
  const explored = results.filter(({ part }) => part === 'interleavings');
  const states = explored.reduce((sum, { states = 0 }) => sum + states, 0);
  const floor = count(FEWEST_STATES);
  return states >= FEWEST_STATES ? [] : [`interleavings: ${count(states)} distinct states, and ${floor} are the least`];
}

function rowOf(result: Result): readonly string[] {
  const { part, name, database, violations, seconds } = result;
  const figures = FIGURES.map((figure) => result[figure]).map((n) => (n === undefined ? '' : count(n)));
  return [part, name, database, ...figures, count(violations.length), secondsOf(seconds)];
}

/** All planted bugs in one row; a violation is one that survived. */
function mutantRow(mutants: readonly Result[]): readonly string[] {
  const violations = mutants.flatMap((mutant) => mutant.violations);
  return rowOf({
    part: 'planted bugs',
    name: `${mutants.filter((mutant) => mutant.violations.length === 0).length} of ${mutants.length} refuted`,
    database: 'model',
    states: mutants.reduce((sum, { states = 0 }) => sum + states, 0),
    violations,
    seconds: mutants.reduce((sum, { seconds }) => sum + seconds, 0),
  });
}
