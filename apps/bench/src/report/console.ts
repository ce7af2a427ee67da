import type { CaseResult, Results } from './results';
import { tableLines } from './table';
import { circumstancesOf, figure, tablesOf, titleOf } from './words';

/** A case for the terminal. */
export function caseText(result: CaseResult): string {
  const tables = tablesOf(result).map((rows) => tableLines(rows).join('\n'));
  return [titleOf(result), circumstancesOf(result), ...tables].filter((part) => part !== '').join('\n') + '\n';
}

/** Under which circumstances all that was measured. */
export function runText({ node, cpus, load: [before, after], seed }: Results): string {
  return `Node ${node}, ${cpus} processors, load ${figure(before)} before and ${figure(after)} after, seed ${seed}`;
}
