import { Result } from './result';
import { progress, shortfall, summary } from './summary';

const EXPLORED: Result = {
  part: 'interleavings',
  name: 'collide',
  database: 'model',
  states: 60_000,
  violations: [],
  seconds: 1,
};
const RACED: Result = {
  part: 'races',
  name: 'kills',
  database: 'embedded',
  rounds: 27,
  kills: 32,
  leaks: 0,
  violations: [],
  seconds: 1,
};

describe('the summary', () => {
  it('calls a proof of fewer than 100,000 states too small', () => {
    const others: Result = { ...EXPLORED, part: 'planted bugs', states: 1_000_000 };
    expect(shortfall([EXPLORED, others])).toEqual(['interleavings: 60,000 distinct states, and 100,000 are the least']);
    expect(shortfall([])).toHaveLength(1);
    expect(shortfall([EXPLORED, { ...EXPLORED, states: 40_000 }])).toEqual([]);
  });

  it('has a column for every figure, and one row for all planted bugs', () => {
    const refuted: Result = { ...EXPLORED, part: 'planted bugs', name: 'a bug', found: 'rule 2' };
    const survivor: Result = { ...refuted, name: 'another', violations: ['survived: another'] };
    const [head, , explored, raced, bugs] = summary([EXPLORED, refuted, survivor, RACED])
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/));
    expect(head).toContain('leaks');
    expect(explored).toEqual(['interleavings', 'collide', 'model', '60,000', '0', '1.0 s']);
    expect(raced).toEqual(['races', 'kills', 'embedded', '27', '32', '0', '0', '1.0 s']);
    expect(bugs).toEqual(['planted bugs', '1 of 2 refuted', 'model', '120,000', '1', '2.0 s']);
  });

  it('says at once how a result turned out', () => {
    expect(progress(RACED)).toBe('races: kills on embedded holds, 27 rounds, 32 kills, 1.0 s');
    expect(progress({ ...EXPLORED, violations: ['rule 2'] })).toMatch(/collide VIOLATED, 60,000 states/);
    expect(progress({ ...EXPLORED, found: 'rule 2' })).toMatch(/collide refuted, .*\n {6}rule 2$/);
  });
});
