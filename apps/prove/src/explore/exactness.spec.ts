import { Logger } from '@nestjs/common';
import { canonical } from '../model/store-state';
import { SCENARIOS, scenarioNamed } from '../scenarios';
import { fromWord, toWord } from './action';
import { enabledActions, GlobalState, initialState, takeStep } from './global-state';
import { LiveRun } from './live-run';
import { Scenario } from './scenario';
import { explore } from './search';
import { System } from './system';

const LIMIT = { maxStates: 100_000 } as const;

beforeAll(() => Logger.overrideLogger(false));

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let n = seed; ;) {
    n = (Math.imul(n, 1_664_525) + 1_013_904_223) >>> 0;
    yield n >>> 8;
  }
}

/** Walks one schedule twice: in the model that the search uses, and for real with all processes in one server. */
async function walkBoth(
  scenario: Scenario,
  seed: number,
): Promise<{ readonly searched: string; readonly ran: string }> {
  const system = new System(scenario);
  const live = new LiveRun(scenario);
  await live.start();
  let state: GlobalState = await initialState(system);
  const choices = numbers(seed);
  for (let actions = enabledActions(system, state); actions.length > 0; actions = enabledActions(system, state)) {
    const action = actions[choices.next().value % actions.length];
    if (action === undefined) break;
    ({ state } = await takeStep(system, state, action));
    await live.take(action);
  }
  const outcomes = state.processes.map(({ node }) => node?.outcome ?? null);
  return {
    searched: canonical([system.stores.valueOf(state.store), outcomes]),
    ran: canonical([live.store, live.outcomes.map((outcome) => outcome ?? null)]),
  };
}

/** The stores that a search reaches before any time passes. */
async function storesOf(scenario: Scenario): Promise<readonly string[]> {
  const system = new System(scenario);
  await explore(system, { maxStates: 100_000 });
  const stores = Array.from({ length: system.stores.size }, (_, number) => system.stores.valueOf(number));
  return stores
    .filter(({ now }) => now === 0)
    .map(canonical)
    .sort();
}

describe('the search', () => {
  it.each(SCENARIOS)('knows what $name does when it really runs, all processes in one server', async (scenario) => {
    for (let seed = 1; seed <= 60; seed++) {
      const { searched, ran } = await walkBoth(scenario, seed * 7_919);
      expect(ran).toBe(searched);
    }
  });

  it('finds the same states every time', async () => {
    const [once, again] = [
      await explore(new System(scenarioNamed('replay')), LIMIT),
      await explore(new System(scenarioNamed('replay')), LIMIT),
    ];
    expect({ ...again, seconds: 0 }).toEqual({ ...once, seconds: 0 });
    expect(once.states).toBeGreaterThan(10_000);
  });

  it('reaches the same stores when an answer is delivered at once', async () => {
    const scenario = scenarioNamed('crash');
    const everywhere = await storesOf({ ...scenario, everyPoint: true });
    const atOnce = await storesOf({ ...scenario, everyPoint: false });
    expect(atOnce).toEqual(everywhere);
  });

  it('refuses to leave states out', async () => {
    await expect(explore(new System(scenarioNamed('collide')), { maxStates: 100 })).rejects.toThrow('more than 100');
  });

  it('writes a schedule as a word that is read back', () => {
    const word = 'a0d0l1x2w1.2sa3';
    expect(toWord(fromWord(word))).toBe(word);
    expect(() => fromWord('a0z')).toThrow('not a schedule');
  });
});
