import { array, asyncProperty, check, integer, nat, record, shuffledSubarray } from 'fast-check';
import { Action, toWord } from '../explore/action';
import { LiveRun } from '../explore/live-run';
import { Scenario } from '../explore/scenario';
import { Subject } from '../explore/system';
import { bookingSweep, buyer, canceller, HOUSE } from '../scenarios/house';

/** How many runs; the seed repeats a session. */
export interface RandomFigures {
  readonly runs: number;
  readonly seed: number;
}

/** What a session of random runs found. */
export interface RandomResult {
  readonly runs: number;
  readonly steps: number;
  /** The rule that was broken, in the smallest run that fast-check could shrink to; undefined when all rules held. */
  readonly violation: string | undefined;
  readonly seconds: number;
}

/** The choices of one run: who buys what, and two numbers for every step. */
interface Choices {
  readonly wishes: readonly (readonly number[])[];
  readonly steps: readonly { readonly mishap: number; readonly choice: number }[];
}

/** One step in this many is a mishap: a crash, a stall, a lost answer, or a late command. */
const MISHAP_IN = 8;

const CHOICES = record({
  wishes: array(shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 6 }),
  steps: array(record({ mishap: integer({ min: 1, max: MISHAP_IN }), choice: nat(999) }), {
    minLength: 20,
    maxLength: 150,
    size: 'max',
  }),
});

const ANY_NUMBER = { crashes: Infinity, stalls: Infinity, losses: Infinity, repeats: 0 } as const;

/**
 * Random runs beyond what can be explored exhaustively: four to six bookings of up to four of six seats, two of them
 * with one key, a cancellation, two sweeps, any number of crashes, stalls and lost answers; all in one server.
 */
export async function runRandomly({ runs, seed }: RandomFigures, subject?: Subject): Promise<RandomResult> {
  const started = performance.now();
  let steps = 0;
  const property = asyncProperty(CHOICES, async (choices) => {
    const live = new LiveRun(scenarioOf(choices), subject);
    const schedule = await runOnce(live, choices);
    steps += schedule.length;
    if (live.broken === undefined) return;
    throw new Error(`${live.broken}; seats ${JSON.stringify(choices.wishes)}, schedule ${toWord(schedule)}`);
  });
  const { failed, errorInstance, numRuns } = await check(property, { numRuns: runs, seed });
  const violation = failed ? (errorInstance instanceof Error ? errorInstance.message : 'failed') : undefined;
  return { runs: numRuns, steps, violation, seconds: (performance.now() - started) / 1_000 };
}

function scenarioOf({ wishes }: Choices): Scenario {
  const buyers = wishes.map((places, at) => buyer(`P${at}`, places, at === 0 ? { key: 'k' } : {}));
  const again = buyer('R', wishes[0] ?? [], { key: 'k', user: 'P0' });
  return {
    name: 'random',
    title: 'random bookings',
    initial: HOUSE,
    processes: [...buyers, again, canceller('X', 0, 'P0'), bookingSweep('S'), bookingSweep('T')],
    mishaps: ANY_NUMBER,
    constantShows: true,
    oneMustWin: false,
  };
}

async function runOnce(live: LiveRun, { steps }: Choices): Promise<readonly Action[]> {
  const schedule: Action[] = [];
  await live.start();
  for (const { mishap, choice } of steps) {
    const actions = mishap === MISHAP_IN ? live.mishaps() : live.choices();
    const action = actions[choice % actions.length];
    if (action === undefined || live.broken !== undefined) break;
    schedule.push(action);
    await live.take(action);
  }
  await live.settle();
  return schedule;
}
