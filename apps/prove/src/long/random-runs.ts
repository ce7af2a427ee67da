import { Arbitrary, asyncModelRun, asyncProperty, check } from 'fast-check';
import { Action } from '../explore/action';
import { LiveRun } from '../explore/live-run';
import { Subject } from '../explore/system';
import { Callers } from './callers';
import { CANCELLED_BOOKING, MOST_PROCESSES, randomScenario, Wishes, WISHES } from './random-scenario';
import { BrokenRule, Schedule, schedules } from './steps';

/** How many runs; the seed repeats a session. */
export interface RandomFigures {
  readonly runs: number;
  readonly seed: number;
}

/** Identifies one run that was found in a session and shrunk. */
export interface RunPlace {
  readonly seed: number;
  /** fast-check's path through the drawn and shrunk values, and the steps that it kept: `path@replayPath`. */
  readonly path: string;
}

/** A rule that was broken, in the smallest run that fast-check could shrink to. */
export interface RandomViolation extends RunPlace {
  readonly rule: string;
  readonly wishes: Wishes;
  readonly schedule: readonly Action[];
}

/** What a session of random runs found. */
export interface RandomResult {
  readonly runs: number;
  /** Steps that were taken, those of shrinking included. */
  readonly steps: number;
  /** undefined when all rules held. */
  readonly violation: RandomViolation | undefined;
  readonly seconds: number;
}

/**
 * Random runs beyond what can be explored exhaustively: four to six bookings of up to four of six seats, one of them
 * asked for twice with one key, a cancellation, two sweeps, any number of crashes, stalls and lost answers; all in one
 * server. fast-check chooses every step, and shrinks a schedule that breaks a rule.
 * @throws Error when something else went wrong than a rule
 */
export async function runRandomly({ runs, seed }: RandomFigures, subject?: Subject): Promise<RandomResult> {
  const started = performance.now();
  const session = new Session(subject);
  const violation = await session.play(schedules(MOST_PROCESSES), { seed, numRuns: runs });
  return { runs: session.runs, steps: session.steps, violation, seconds: (performance.now() - started) / 1_000 };
}

/**
 * Repeats one run.
 * @returns undefined when it breaks no rule
 * @throws Error when the text is no path
 */
export async function repeatRandomly(
  { seed, path }: RunPlace,
  subject?: Subject,
): Promise<RandomViolation | undefined> {
  const [, runPath, replayPath] = /^(\d+(?::\d+)*)@([\w+/]*:[\w+/]*)$/.exec(path) ?? [];
  if (runPath === undefined) throw new Error(`not the path of a random run: ${path}`);
  return new Session(subject).play(schedules(MOST_PROCESSES, replayPath), { seed, path: runPath, endOnFailure: true });
}

/** What fast-check is told. */
interface Plan {
  readonly seed: number;
  readonly numRuns?: number;
  readonly path?: string;
  readonly endOnFailure?: boolean;
}

/** Counts runs and steps, and keeps the last run that broke a rule, which is the smallest. */
class Session {
  runs = 0;
  steps = 0;
  private smallest: Omit<RandomViolation, keyof RunPlace> | undefined;

  constructor(private readonly subject: Subject | undefined) {}

  async play(drawn: Arbitrary<Schedule>, plan: Plan): Promise<RandomViolation | undefined> {
    const property = asyncProperty(WISHES, drawn, (wishes, schedule) => this.playOnce(wishes, schedule));
    const { numRuns, failed, errorInstance, ...found } = await check(property, plan);
    this.runs = numRuns;
    if (failed && !(errorInstance instanceof BrokenRule)) throw errorInstance;
    return this.smallest && { ...this.smallest, seed: plan.seed, path: pathOf(found) };
  }

  private async playOnce(wishes: Wishes, drawn: Schedule): Promise<void> {
    const live = new LiveRun(randomScenario(wishes), this.subject);
    await live.start();
    const callers = new Callers(live.commands, (bookingId) => bookingId === CANCELLED_BOOKING);
    const rule = await brokenBy(drawn, callers, live);
    this.steps += callers.schedule.length;
    if (rule === undefined) return;
    this.smallest = { rule, wishes, schedule: callers.schedule };
    throw new BrokenRule(rule);
  }
}

/** The rule that the schedule breaks, or that is broken when everything stops after it. */
async function brokenBy(drawn: Schedule, callers: Callers, live: LiveRun): Promise<string | undefined> {
  try {
    await asyncModelRun(() => ({ model: callers, real: live }), drawn);
  } catch (error) {
    if (error instanceof BrokenRule) return error.message;
    throw error;
  }
  await live.settle();
  return live.broken ?? callers.brokenPromise(live.store);
}

/** What fast-check tells of a run that failed. */
interface Found {
  readonly counterexample: readonly unknown[] | null;
  readonly counterexamplePath: string | null;
}

function pathOf({ counterexample, counterexamplePath }: Found): string {
  const [, replayPath = ''] = /replayPath="([^"]*)"/.exec(String(counterexample?.[1])) ?? [];
  return `${counterexamplePath ?? ''}@${replayPath}`;
}
