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
