import { toWord } from '../explore/action';
import { randomScenario } from '../long/random-scenario';
import { RandomViolation, RunPlace } from '../long/random-runs';
import { inWords } from './words';

/** The rule, who wanted which seats, and the steps. */
export function inOneLine({ rule, wishes, schedule }: RandomViolation): string {
  const seats = wishes.map((places) => `[${places.map((place) => place + 1).join(',')}]`).join(' ');
  return `${inWords(rule, randomScenario(wishes))}; seats ${seats}, steps ${toWord(schedule)}`;
}

/** What repeats this run alone, step by step. */
export function commandFor({ seed, path }: RunPlace): string {
  return `npm run prove -- --seed ${seed} --path '${path}'`;
}
