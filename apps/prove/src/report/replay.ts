import { Action, fromWord, toWord } from '../explore/action';
import { LiveRun, LiveStep } from '../explore/live-run';
import { Scenario } from '../explore/scenario';
import { AS_SHIPPED } from '../explore/system';
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
  const scenario = scenarioNamed(match[2]);
  const live = new LiveRun(scenario, match[1] === undefined ? AS_SHIPPED : subjectOf(mutantNamed(match[1])));
  await live.start();
  const lines = [`${scenario.name}: ${scenario.title}`];
  for (const action of fromWord(match[3] ?? '')) {
    const step = await live.take(action);
    lines.push(lineOf(step, scenario));
    if (live.broken !== undefined) break;
  }
  if (live.broken === undefined) {
    lines.push('everything stops here; only sweeps run');
    await live.settle();
  }
  if (live.broken !== undefined) lines.push(`BROKEN  ${inWords(live.broken, scenario)}`);
  return { lines, broken: live.broken };
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
