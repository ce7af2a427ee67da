import { Action, fromWord, toWord } from '../explore/action';
import { LiveRun, LiveStep } from '../explore/live-run';
import { Scenario } from '../explore/scenario';
import { AS_SHIPPED, Subject } from '../explore/system';
import { randomScenario } from '../long/random-scenario';
import { repeatRandomly, RunPlace } from '../long/random-runs';
import { mutantNamed, subjectOf } from '../mutants';
import { scenarioNamed } from '../scenarios';
import { inWords } from './words';

/** What replays a schedule: `scenario:word`, or `mutant!scenario:word` for a planted bug. */
export function replayString(scenario: string, schedule: readonly Action[], mutant?: string): string {
  return `${mutant === undefined ? '' : `${mutant}!`}${scenario}:${toWord(schedule)}`;
}

/** What a replay saw. */
export interface Replayed {
  readonly lines: readonly string[];
  readonly broken: string | undefined;
}

/**
 * Runs the schedule for real, step by step, and then lets everything stop and the sweeps run.
 * @throws Error when the string names nothing, or the schedule does not fit
 */
export async function replaySchedule(text: string): Promise<Replayed> {
  const match = /^(?:([\w-]+)!)?([\w-]+):(\w[\w.]*)?$/.exec(text);
  if (match?.[2] === undefined) throw new Error(`not a schedule string: ${text}`);
  const subject = match[1] === undefined ? AS_SHIPPED : subjectOf(mutantNamed(match[1]));
  const live = new LiveRun(scenarioNamed(match[2]), subject);
  const lines = await walk(live, fromWord(match[3] ?? ''));
  return ended(lines, live.scenario, live.broken);
}

/** The one random run at this place, step by step. */
export async function replayRandomRun(place: RunPlace, subject?: Subject): Promise<Replayed> {
  const violation = await repeatRandomly(place, subject);
  if (violation === undefined) return { lines: ['This run breaks no rule.'], broken: undefined };
  const scenario = randomScenario(violation.wishes);
  const lines = await walk(new LiveRun(scenario, subject), violation.schedule);
  return ended(lines, scenario, violation.rule);
}

async function walk(live: LiveRun, schedule: readonly Action[]): Promise<readonly string[]> {
  const { scenario } = live;
  const lines = [`${scenario.name}: ${scenario.title}`];
  await live.start();
  for (const action of schedule) {
    lines.push(lineOf(await live.take(action), scenario));
    if (live.broken !== undefined) return lines;
  }
  await live.settle();
  return [...lines, 'everything stops here; only sweeps run'];
}

function ended(lines: readonly string[], scenario: Scenario, broken: string | undefined): Replayed {
  return { lines: broken === undefined ? lines : [...lines, `BROKEN  ${inWords(broken, scenario)}`], broken };
}

function lineOf({ action: { kind, at }, command, answer }: LiveStep, scenario: Scenario): string {
  const name = scenario.processes[at]?.name ?? '?';
  const what = command === undefined ? '' : inWords(`${command.name} ${JSON.stringify(command.args)}`, scenario);
  const said = answer === undefined ? '' : ` -> ${inWords(JSON.stringify(answer), scenario)}`;
  switch (kind) {
    case 'apply':
      return `  ${name}  ${what}${said}`;
    case 'deliver':
      return `  ${name}    gets the answer`;
    case 'lose':
      return `  ${name}    gets an error instead of an answer${answer === undefined ? ` to ${what}, still on its way` : ''}`;
    case 'repeat':
      return `  ${name}  ${what}${said}, and is sent again`;
    case 'crash':
      return `  ${name}    dies`;
    case 'land':
      return `  ${name}  (late) ${what}${said}`;
    case 'stall':
      return '  the lease passes';
  }
}
