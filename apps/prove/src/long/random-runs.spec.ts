import { Logger } from '@nestjs/common';
import { sample } from 'fast-check';
import { fromWord } from '../explore/action';
import { LiveRun } from '../explore/live-run';
import { mutantNamed, RANDOMLY_FOUND, subjectOf } from '../mutants';
import { replayRandomRun } from '../report/replay';
import { Callers } from './callers';
import { repeatRandomly, runRandomly } from './random-runs';
import { MOST_PROCESSES, randomScenario } from './random-scenario';
import { schedules } from './steps';

beforeAll(() => Logger.overrideLogger(false));

const SEED = 20_261_122;

describe('random runs', () => {
  it('break no rule, however many bookings meet', async () => {
    const { runs, steps, violation } = await runRandomly({ runs: 100, seed: SEED });
    expect(violation).toBeUndefined();
    expect(runs).toBe(100);
    expect(steps).toBeGreaterThan(2_000);
  });

  it('draw steps of every kind', () => {
    const drawn = sample(schedules(MOST_PROCESSES), { numRuns: 20, seed: SEED }).flatMap((steps) => [...steps]);
    const letters = new Set(drawn.map((step) => step.toString()[0]));
    expect([...letters].sort()).toEqual(['a', 'd', 'l', 's', 'w', 'x']);
  });

  it('are the same again with the same seed', async () => {
    const once = await runRandomly({ runs: 30, seed: 7 });
    expect(await runRandomly({ runs: 30, seed: 7 })).toEqual({ ...once, seconds: expect.any(Number) as number });
  });

  it('are not repeated by what is no path', async () => {
    await expect(repeatRandomly({ seed: SEED, path: '17:0' })).rejects.toThrow('not the path of a random run: 17:0');
  });

  it.each(RANDOMLY_FOUND)('find the planted bug %s, and its smallest run is repeated by its path', async (name) => {
    const subject = subjectOf(mutantNamed(name));
    const { violation } = await runRandomly({ runs: 500, seed: SEED }, subject);
    if (violation === undefined) throw new Error(`${name} survives`);
    expect(violation.schedule.length).toBeLessThan(20);
    expect(await repeatRandomly(violation, subject)).toEqual(violation);
    const { lines } = await replayRandomRun(violation, subject);
    expect(lines.at(-1)).toMatch(/^BROKEN/);
    expect(await repeatRandomly(violation)).toBeUndefined();
  });
});

describe('the callers', () => {
  it('do not accept that two of them were told to have one seat', async () => {
    const scenario = randomScenario([[0], [1], [1], [2]]);
    const live = new LiveRun(scenario, subjectOf(mutantNamed('lock-of-anybody')));
    const callers = new Callers(live.commands, () => false);
    await live.start();
    const complaints: (string | undefined)[] = [];
    for (const action of fromWord('a6d6a6d6a7d7a7d7a6d6a7d7')) {
      expect(callers.allows(action)).toBe(true);
      await live.take(action);
      complaints.push(callers.learn(action, live));
    }
    expect(complaints.filter((complaint) => complaint !== undefined)).toEqual([
      expect.stringMatching(/^callers: seat .* was promised to b60.* and to b70/),
    ]);
  });

  it('do not accept that a promised seat is not its own any more', async () => {
    const live = new LiveRun(randomScenario([[0], [1], [2], [3]]));
    const callers = new Callers(live.commands, () => false);
    await live.start();
    for (const action of fromWord('a6d6a6d6a6d6')) {
      await live.take(action);
      callers.learn(action, live);
    }
    expect(callers.brokenPromise(live.store)).toBeUndefined();
    expect(callers.brokenPromise({ ...live.store, owners: {} })).toMatch(/^callers: seat .* was promised to b60/);
  });
});
