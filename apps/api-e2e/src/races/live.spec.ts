import { raceThroughRedisTrouble, TROUBLES } from './live/redis-trouble';
import { raceWithViewers } from './live/watched-sale';
import type { RaceResult } from './index';

const print = (result: RaceResult): RaceResult => {
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return result;
};

describe('viewers of a sale at two processes', () => {
  it('all see in the end what is stored, though messages are lost and each viewer is cut off', async () => {
    const result = print(await raceWithViewers({}, { viewers: 300 }));
    expect(result).toMatchObject({ violations: [] });
  });

  it('do not when nothing comes from the other process, neither as a message nor from the database', async () => {
    const arena = { losses: 1, control: 'deaf-boards' };
    const result = print(await raceWithViewers(arena, { viewers: 20, patienceMs: 4_000 }));
    expect(result.violations).toContainEqual(expect.stringContaining('viewers do not see what is stored'));
  });
});

describe('a Redis in trouble while customers book at two servers', () => {
  it('costs nobody an answer, and keeps nobody waiting', async () => {
    const result = print(await raceThroughRedisTrouble({}, { buyers: 16 }));
    expect(result).toMatchObject({ violations: [], others: {}, refusals: 0 });
  });

  it('keeps them waiting when whoever asks it waits for its answer', async () => {
    const arena = { control: 'patient-redis' };
    const troubles = TROUBLES.filter(({ name }) => name === 'silent');
    const result = print(await raceThroughRedisTrouble(arena, { buyers: 4, troubles, patienceMs: 3_000 }));
    expect(result.violations).toContainEqual(expect.stringContaining('timeout'));
  });
});
